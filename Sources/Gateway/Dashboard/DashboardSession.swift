extension DashboardFile {
  /// The token, kept until the tab is closed, and requests that carry it.
  static let session = DashboardFile(
    "/js/session.js",
    .script,
    #"""
    const key = "hermod-token";
    let isReader = false;

    export const hasToken = () => sessionStorage.getItem(key) !== null;
    export const keep = (token) => sessionStorage.setItem(key, token);
    export const forget = () => sessionStorage.removeItem(key);
    export const canRead = () => isReader;

    /** What went wrong, in the words of the problem document. */
    export class Problem extends Error {
      constructor(status, document) {
        super(document?.detail ?? "the gateway answered " + status);
        this.status = status;
        this.type = document?.type ?? "";
        this.field = document?.field;
      }
    }

    export function fields(more = {}) {
      return { Authorization: "Bearer " + (sessionStorage.getItem(key) ?? ""), ...more };
    }

    /** Asks the gateway and gives its answer; throws a Problem where it says no. */
    export async function ask(path, { method = "GET", body, headers = {} } = {}) {
      let response;
      try {
        response = await fetch(path, {
          method,
          headers: fields(body ? { "Content-Type": "application/json", ...headers } : headers),
          body: body ? JSON.stringify(body) : undefined,
          credentials: "omit",
          cache: "no-store",
        });
      } catch {
        throw new Problem(0, { detail: "The gateway cannot be reached." });
      }
      const answer = await response.json().catch(() => null);
      if (!response.ok) throw new Problem(response.status, answer);
      return answer;
    }

    /** Whether the token opens anything, and how much. */
    export async function check() {
      await ask("/v1/messages?limit=1");
      try {
        await ask("/v1/queue");
        isReader = true;
      } catch (problem) {
        if (problem.status !== 403) throw problem;
        isReader = false;
      }
    }
    """#
  )

  /// What happens, as it happens: Server-Sent Events over a request that carries the token.
  static let follower = DashboardFile(
    "/js/follower.js",
    .script,
    #"""
    import { fields, Problem } from "/js/session.js";

    export class Follower {
      #stopper = null;
      #last = null;

      constructor(hear, tellLive, fail) {
        this.hear = hear;
        this.tellLive = tellLive;
        this.fail = fail;
      }

      async start() {
        this.#stopper = new AbortController();
        const { signal } = this.#stopper;
        let wait = 500;
        while (!signal.aborted) {
          try {
            await this.#follow(signal, () => { wait = 500; });
          } catch (error) {
            if (signal.aborted) return;
            if (error.status === 401) return this.fail(error);
          }
          this.tellLive(false);
          await new Promise((done) => setTimeout(done, wait));
          wait = Math.min(wait * 2, 15000);
        }
      }

      stop() {
        this.#stopper?.abort();
      }

      async #follow(signal, opened) {
        const more = this.#last ? { "Last-Event-ID": this.#last } : {};
        const response = await fetch("/v1/events", {
          headers: fields(more), signal, credentials: "omit", cache: "no-store",
        });
        if (!response.ok) throw new Problem(response.status, null);
        opened();
        this.tellLive(true);
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        let text = "";
        for (;;) {
          const { done, value } = await reader.read();
          if (done) return;
          text += value;
          const events = text.split("\n\n");
          text = events.pop();
          for (const event of events) this.#read(event);
        }
      }

      #read(text) {
        const data = [];
        for (const line of text.split("\n")) {
          if (line.startsWith("id:")) this.#last = line.slice(3).trim();
          if (line.startsWith("data:")) data.push(line.slice(5).trimStart());
        }
        if (data.length) this.hear(JSON.parse(data.join("\n")));
      }
    }
    """#
  )
}

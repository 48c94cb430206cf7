extension DashboardFile {
  /// Recent messages, with a filter, and page after page.
  static let messages = DashboardFile(
    "/js/messages.js",
    .script,
    #"""
    import { card, choice, element, empty, pill, replace } from "/js/document.js";
    import { ask } from "/js/session.js";
    import { content, states, time, tone } from "/js/words.js";

    function row(message) {
      return element("li", {}, element("a", { class: "row", href: "#/messages/" + message.id },
        element("span", { class: "who" }, message.to),
        element("span", { class: "what" }, content(message)),
        pill(message.state, tone(message.state)),
        element("time", { class: "when", datetime: message.updated_at },
          time(message.updated_at))));
    }

    /** A list that begins with the newest and grows at its end when asked. */
    export function growingList(path, name, draw, none) {
      const list = element("ul", { class: "list" });
      const place = element("div", {}, list);
      const more = element("button", { type: "button", hidden: true }, "Show more");
      let count = 50;
      let query = () => "";

      async function refresh() {
        const answer = await ask(path + "?limit=" + Math.min(count, 1000) + query());
        replace(list, ...answer[name].map(draw));
        replace(place, answer[name].length ? list : empty(none));
        more.hidden = answer.next === null || count >= 1000;
      }

      more.addEventListener("click", () => {
        count += 50;
        refresh();
      });
      return { place, more, refresh, ask: (fresh) => { query = fresh; } };
    }

    export function messages({ notice }) {
      const state = choice([["", "all states"], ...states.map((each) => [each, each])], "");
      state.setAttribute("aria-label", "State");
      const number = element("input", {
        type: "search", placeholder: "Number, with country code", "aria-label": "Number",
        inputmode: "tel",
      });
      const list = growingList("/v1/messages", "messages", row, "There is no such message.");
      list.ask(() => (state.value ? "&state=" + state.value : "")
        + (number.value.trim() ? "&to=" + encodeURIComponent(number.value.trim()) : ""));
      const again = () => list.refresh().catch((error) => notice(error.message, true));
      state.addEventListener("change", again);
      number.addEventListener("change", again);
      return {
        nodes: [
          element("div", { class: "title" }, element("h1", {}, "Messages"),
            element("div", { class: "filter" }, state, number)),
          card(null, list.place, list.more),
        ],
        refresh: list.refresh,
      };
    }
    """#
  )

  /// The whole story of one message, and what may be done about it.
  static let story = DashboardFile(
    "/js/story.js",
    .script,
    #"""
    import { card, element, facts, pill, replace } from "/js/document.js";
    import { ask } from "/js/session.js";
    import { account, content, time, tone } from "/js/words.js";

    function chapters(message) {
      const steps = message.history.map((step) => ({
        at: step.at, what: pill(step.state, tone(step.state)),
        more: [step.reason, step.by ? "by " + account(step.by) : null],
      }));
      const attempts = message.attempts.filter((attempt) => attempt.ended_at).map((attempt) => ({
        at: attempt.ended_at,
        what: "attempt " + attempt.number + ", segment " + attempt.segment + ": " + attempt.outcome,
        more: [attempt.detail, "on " + attempt.modem],
      }));
      const reports = message.segment_details.filter((segment) => segment.reported_at)
        .map((segment) => ({
          // Networks tell whole seconds: a report is not before what it reports on.
          at: segment.sent_at > segment.reported_at ? segment.sent_at : segment.reported_at,
          what: "report on segment " + segment.number,
          more: [segment.report],
        }));
      return [...attempts, ...steps, ...reports]
        .sort((left, right) => new Date(left.at) - new Date(right.at))
        .map((step) => element("li", {}, step.what,
          element("time", { datetime: step.at }, time(step.at)),
          element("div", { class: "dim small text" }, step.more.filter(Boolean).join(" · "))));
    }

    export function story({ notice, detail }) {
      const path = "/v1/messages/" + encodeURIComponent(detail);
      const place = element("div", { class: "columns" });

      function action(text, tell, options, className = "") {
        return element("button", { type: "button", class: className, click: async (event) => {
          event.target.disabled = true;
          try {
            await ask(path + (options.path ?? ""), options);
            notice(tell);
          } catch (error) {
            notice(error.message, true);
          }
          await refresh().catch((error) => notice(error.message, true));
        } }, text);
      }

      function actions(state) {
        const resolve = (resolution) => ({
          path: "/resolve", method: "POST", body: { resolution },
        });
        switch (state) {
        case "queued":
          return [action("Take back", "Taken back", { method: "DELETE" }, "danger")];
        case "failed": case "expired": case "cancelled":
          return [action("Try again", "Queued again", { path: "/retry", method: "POST" })];
        case "unknown":
          return [
            action("It was sent", "Settled as sent", resolve("sent")),
            action("Send again", "Queued again: it may arrive twice", resolve("resend"), "danger"),
            action("Leave it", "Put to rest", resolve("close")),
          ];
        default: return [];
        }
      }

      async function refresh() {
        const message = await ask(path);
        replace(place,
          card("To " + message.to,
            element("p", { class: "bubble text", dir: "auto" }, content(message)),
            facts([
              ["State", element("span", {}, pill(message.state, tone(message.state)), " ",
                message.reason ?? "")],
              ["Class", message.class],
              ["Segments", message.segments_sent + " of " + message.segments + " sent, "
                + message.encoding],
              ["Modem", message.modem ?? message.requested_modem],
              ["Accepted", time(message.accepted_at)],
              ["Gives up", message.expires_at ? time(message.expires_at) : null],
              ["Handed in", [message.submitter.via, message.submitter.token
                ?? (message.submitter.uid === null ? null : "user " + message.submitter.uid)]
                .filter(Boolean).join(", ")],
              ["Reference", message.reference],
              ["Duplicate", message.possible_duplicate ? "may have arrived twice" : null],
              ["Id", element("code", {}, message.id)],
            ]),
            element("div", { class: "buttons" }, actions(message.state))),
          card("What happened", element("ol", { class: "story" }, chapters(message))));
      }

      return {
        nodes: [
          element("div", { class: "title" }, element("h1", {}, "Message"),
            element("a", { href: "#/messages" }, "All messages")),
          place,
        ],
        refresh,
      };
    }
    """#
  )
}

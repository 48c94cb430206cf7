extension DashboardFile {
  /// What people have written.
  static let inbox = DashboardFile(
    "/js/inbox.js",
    .script,
    #"""
    import { card, element, pill } from "/js/document.js";
    import { growingList } from "/js/messages.js";
    import { content, time } from "/js/words.js";

    function row(message) {
      const mark = message.optout
        ? pill(message.optout, message.optout === "opt-out" ? "warn" : "busy")
        : element("span");
      const lost = message.segments_missing
        ? " (" + message.segments_missing + " of " + message.segments + " parts never came)" : "";
      return element("li", {}, element("div", { class: "row whole" },
        element("span", { class: "who" }, message.from),
        element("span", { class: "what", dir: "auto" }, content(message) + lost),
        mark,
        element("time", { class: "when", datetime: message.received_at },
          time(message.received_at))));
    }

    export function inbox() {
      const list = growingList("/v1/inbox", "messages", row, "Nobody has written yet.");
      return {
        nodes: [
          element("div", { class: "title" }, element("h1", {}, "Inbox")),
          card(null, list.place, list.more),
        ],
        refresh: list.refresh,
      };
    }
    """#
  )

  /// Who wants no more messages.
  static let optOuts = DashboardFile(
    "/js/optouts.js",
    .script,
    #"""
    import { card, element, pill } from "/js/document.js";
    import { growingList } from "/js/messages.js";
    import { ask } from "/js/session.js";
    import { time } from "/js/words.js";

    export function optOuts({ notice }) {
      const number = element("input", {
        type: "tel", placeholder: "Number, with country code", "aria-label": "Number",
        required: true,
      });

      async function change(method, which, told) {
        try {
          await ask("/v1/optouts/" + encodeURIComponent(which), { method });
          notice(told);
          number.value = "";
          await list.refresh();
        } catch (error) {
          notice(error.message, true);
        }
      }

      function row(entry) {
        return element("li", {}, element("div", { class: "row whole" },
          element("span", { class: "who" }, entry.number),
          element("span", { class: "what dim" }, [entry.source, entry.detail].filter(Boolean)
            .join(": ")),
          pill(entry.scope, "warn"),
          element("time", { class: "when", datetime: entry.since }, time(entry.since))));
      }

      const list = growingList("/v1/optouts", "optouts", row, "Nobody has opted out.");
      const form = element("form", {
        class: "filter",
        submit: (event) => {
          event.preventDefault();
          change("PUT", number.value.trim(), "Nothing is sent to that number any more");
        },
      }, number, element("button", { type: "submit", class: "primary" }, "Opt out"),
      element("button", {
        type: "button",
        click: () => number.reportValidity()
          && change("DELETE", number.value.trim(), "That number receives messages again"),
      }, "Opt in again"));
      return {
        nodes: [
          element("div", { class: "title" }, element("h1", {}, "Opt-outs"), form),
          card(null, list.place, list.more),
        ],
        refresh: list.refresh,
      };
    }
    """#
  )

  /// Writing a message; what it will be is shown while it is written.
  static let composer = DashboardFile(
    "/js/composer.js",
    .script,
    #"""
    import { card, choice, element, empty, facts, field, pill, replace } from "/js/document.js";
    import { ask, canRead } from "/js/session.js";
    import { classes, plural, tone } from "/js/words.js";

    function freshKey() {
      const octets = crypto.getRandomValues(new Uint8Array(16));
      return "page-" + Array.from(octets, (each) => each.toString(16).padStart(2, "0")).join("");
    }

    export function composer({ notice }) {
      const to = element("textarea", { rows: 2, required: true, class: "numbers", dir: "ltr",
        placeholder: "+447700900123, one on each line or with commas" });
      const text = element("textarea", { rows: 5, required: true, dir: "auto" });
      const kind = choice(classes.map((each) => [each, each]), "notification");
      const modem = choice([["", "any modem"]], "");
      const preview = element("div", { "aria-live": "polite" }, empty("Write, and see."));
      const result = element("div");
      const button = element("button", { type: "submit", class: "primary" }, "Send");
      let key = freshKey();
      let asked = 0;

      function submission() {
        const numbers = to.value.split(/[,;\n]+/).map((each) => each.trim()).filter(Boolean);
        const message = { to: numbers, text: text.value, class: kind.value };
        if (modem.value) message.modem = modem.value;
        return message;
      }

      function outcome(message) {
        return facts([
          ["To", message.to],
          ["Takes", plural(message.segments, "segment", "segments") + ", " + message.encoding],
          ["Then", element("span", {}, pill(message.state, tone(message.state)), " ",
            message.reason ?? "")],
          ["Note", message.notes.join(" · ")],
        ]);
      }

      async function tryOut() {
        key = freshKey();
        const message = submission();
        asked += 1;
        const mine = asked;
        if (!message.to.length || !message.text) return replace(preview, empty("Write, and see."));
        try {
          const answer = await ask("/v1/messages?dry_run=true", { method: "POST", body: message });
          if (mine !== asked) return;
          replace(preview, ...answer.messages.slice(0, 5).map(outcome),
            answer.messages.length > 5
              ? element("p", { class: "dim" }, "and " + (answer.messages.length - 5) + " more")
              : null);
        } catch (problem) {
          if (mine === asked) replace(preview, element("p", { class: "error" }, problem.message));
        }
      }

      let timer = null;
      const soon = () => {
        clearTimeout(timer);
        timer = setTimeout(tryOut, 350);
      };

      async function send(event) {
        event.preventDefault();
        button.disabled = true;
        try {
          // The same key for a second click: it is the same message.
          const answer = await ask("/v1/messages", {
            method: "POST", body: submission(), headers: { "Idempotency-Key": key },
          });
          replace(result, card("Handed in", element("ul", { class: "list" },
            answer.messages.map((message) => element("li", {},
              element("a", { class: "row", href: "#/messages/" + (message.id ?? "") },
                element("span", { class: "who" }, message.to),
                element("span", { class: "what" }, message.reason ?? message.id),
                pill(message.state, tone(message.state))))))));
          text.value = "";
          key = freshKey();
          replace(preview, empty("Write, and see."));
          notice("Handed in");
        } catch (problem) {
          notice(problem.message, true);
        }
        button.disabled = false;
      }

      const form = element("form", { class: "card fields", submit: send, input: soon },
        field("to", "To", to), field("text", "Text", text),
        element("div", { class: "columns" }, field("class", "Class", kind),
          field("modem", "Modem", modem)),
        element("div", { class: "buttons" }, button));

      let knowsModems = false;
      return {
        nodes: [
          element("div", { class: "title" }, element("h1", {}, "Send")),
          element("div", { class: "columns wide-left" }, form, card("What will happen", preview)),
          result,
        ],
        refresh: async () => {
          if (knowsModems || !canRead()) return;
          knowsModems = true;
          const { modems } = await ask("/v1/modems");
          modem.append(...modems.map((each) => element("option", { value: each.name }, each.name)));
        },
      };
    }
    """#
  )
}

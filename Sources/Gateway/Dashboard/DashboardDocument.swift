extension DashboardFile {
  /// Elements, made without any markup: text stays text, whatever it holds.
  static let document = DashboardFile(
    "/js/document.js",
    .script,
    #"""
    const svgNames = new Set(["svg", "rect", "line", "path", "circle", "g", "text", "title"]);

    function build(node, attributes, children) {
      for (const [name, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) continue;
        if (typeof value === "function") node.addEventListener(name, value);
        else node.setAttribute(name, value === true ? "" : value);
      }
      node.append(...children.flat().filter((child) => child !== null && child !== undefined));
      return node;
    }

    /** An element; a function among the attributes hears the event of that name. */
    export function element(name, attributes = {}, ...children) {
      return build(document.createElement(name), attributes, children);
    }

    /** An element of a picture. */
    export function shape(name, attributes = {}, ...children) {
      if (!svgNames.has(name)) throw new Error("no shape " + name);
      const node = document.createElementNS("http://www.w3.org/2000/svg", name);
      return build(node, attributes, children);
    }

    /** Puts these in the place of all that an element holds. */
    export function replace(parent, ...children) {
      parent.replaceChildren(...children.flat().filter((child) => child !== null));
    }

    export function card(title, ...children) {
      return element("section", { class: "card" }, title ? element("h2", {}, title) : null,
        ...children);
    }

    export function pill(text, tone = "") {
      return element("span", { class: "pill " + tone }, text);
    }

    export function empty(text) {
      return element("p", { class: "empty" }, text);
    }

    export function facts(pairs) {
      return element("dl", { class: "facts" }, pairs
        .filter(([, value]) => value !== null && value !== undefined && value !== "")
        .flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
    }

    /** A labelled control. */
    export function field(id, label, control, hint = null) {
      control.id = id;
      return element("div", { class: "field" }, element("label", { for: id }, label), control,
        hint ? element("span", { class: "dim small" }, hint) : null);
    }

    export function choice(options, selected) {
      return element("select", {}, options.map(([value, text]) =>
        element("option", { value, selected: value === selected }, text)));
    }
    """#
  )

  /// Times, numbers and states in words.
  static let words = DashboardFile(
    "/js/words.js",
    .script,
    #"""
    const tones = {
      queued: "busy", submitting: "busy", sent: "good", delivered: "good", undelivered: "bad",
      failed: "bad", unknown: "warn", expired: "warn", withdrawn: "warn", cancelled: "", closed: "",
      ok: "good", degraded: "warn", down: "bad",
      ready: "good", sending: "busy", waiting: "busy", probing: "busy", initialising: "busy",
      searching: "warn", paused: "warn", recovering: "warn", absent: "", "pin-required": "bad",
    };

    export const tone = (state) => tones[state] ?? "";
    export const states = ["queued", "submitting", "sent", "delivered", "undelivered", "failed",
      "unknown", "expired", "withdrawn", "cancelled", "closed"];
    export const classes = ["otp", "alert", "notification", "marketing"];

    export const count = (number) => number.toLocaleString();

    export function time(text) {
      const date = new Date(text);
      const isToday = date.toDateString() === new Date().toDateString();
      return isToday
        ? date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" })
        : date.toLocaleString([], {
          month: "short", day: "numeric", hour: "2-digit", minute: "2-digit",
        });
    }

    export function span(seconds) {
      if (seconds < 60) return seconds + " s";
      if (seconds < 3600) return Math.floor(seconds / 60) + " min";
      if (seconds < 172800) {
        return Math.floor(seconds / 3600) + " h " + Math.floor(seconds % 3600 / 60) + " min";
      }
      return Math.floor(seconds / 86400) + " days";
    }

    export function size(octets) {
      const units = ["B", "kB", "MB", "GB", "TB"];
      let place = 0;
      while (octets >= 1000 && place < units.length - 1) {
        octets /= 1000;
        place += 1;
      }
      return octets.toFixed(octets < 10 && place > 0 ? 1 : 0) + " " + units[place];
    }

    /** What a message says: its text, or that it is data. */
    export function content(message) {
      return message.text ?? "data, " + (message.data ?? "").length / 2 + " octets";
    }

    /** Who did something: a user, a token, or a modem by its name. */
    export const account = (text) =>
      text.replace(/^uid:/, "user ").replace(/^token:/, "token ");

    export function plural(number, one, many) {
      return count(number) + " " + (number === 1 ? one : many);
    }
    """#
  )
}

extension DashboardFile {
  /// Whether it is working: headline, figures, modems, plots, queue, what just happened.
  static let overview = DashboardFile(
    "/js/overview.js",
    .script,
    #"""
    import { card, element, empty, pill, replace } from "/js/document.js";
    import { modemCard } from "/js/modems.js";
    import { deliveryPlot, throughputPlot } from "/js/plots.js";
    import { ask } from "/js/session.js";
    import { classes, count, plural, size, span, time, tone } from "/js/words.js";

    const feed = [];

    function tile(label, value, note) {
      return element("div", { class: "card tile" },
        element("div", { class: "label" }, label),
        element("div", { class: "value" }, value),
        element("div", { class: "dim small" }, note));
    }

    function tiles(status, traffic) {
      const sum = (name) => traffic.steps.reduce((total, step) => total + step[name], 0);
      const states = status.queue.states;
      const waiting = states.queued + states.submitting;
      const delivered = sum("delivered");
      const reported = delivered + sum("undelivered");
      const oldest = status.queue.oldest_seconds;
      return [
        tile("In the queue", count(waiting), waiting && oldest !== null
          ? "oldest waits " + span(oldest) : "nothing waits long"),
        tile("Sent in 24 hours", count(sum("sent")), count(sum("accepted")) + " accepted"),
        tile("Delivered", reported ? (100 * delivered / reported).toFixed(1) + " %" : "–",
          reported ? "of " + plural(reported, "report", "reports") : "no reports in 24 hours"),
        tile("Failed in 24 hours", count(sum("failed")),
          states.unknown ? count(states.unknown) + " of unknown outcome" : "none in doubt"),
        tile("Opt-outs today", count(status.optouts_today), "in force at once"),
      ];
    }

    /** What the rules of sending keep back, a sentence for each class. */
    function keptBack(queue) {
      return classes.filter((name) => queue.classes[name].kept_back).map((name) => {
        const kept = queue.classes[name].kept_back;
        const what = plural(kept.count, name + " message is", name + " messages are");
        return element("p", { class: "dim small" },
          what + " kept back" + (kept.count > 1 ? ", the first: " : ": ")
            + (kept.reason ?? "until " + time(kept.until)));
      });
    }

    function queueTable(queue) {
      const states = ["queued", "submitting", "unknown", "sent", "delivered", "failed"];
      // A column for each class: four fit a phone, and six would not.
      const head = element("tr", {}, element("th", { scope: "col" }, "Class"),
        classes.map((name) => element("th", { class: "number", scope: "col" }, name,
          queue.classes[name].paused ? [" ", pill("paused", "warn")] : null)));
      const rows = states.map((state) => element("tr", {},
        element("th", { scope: "row" }, state),
        classes.map((name) => element("td", { class: "number" },
          count(queue.classes[name].states[state])))));
      return element("div", { class: "scroll" }, element("table", { class: "classes" },
        element("thead", {}, head), element("tbody", {}, rows)));
    }

    function feedList() {
      if (!feed.length) return empty("What happens shows up here as it happens.");
      return element("ul", { class: "list" }, feed.map((event) => element("li", { class: "feed" },
        element("time", { datetime: event.at }, time(event.at)),
        element("span", {}, event.summary))));
    }

    export function overview({ notice }) {
      const headline = element("div", { class: "headline" });
      const figures = element("div", { class: "tiles" });
      const modems = element("div", { class: "modems" });
      const throughput = throughputPlot();
      const delivery = deliveryPlot();
      const queue = element("div");
      const happening = element("div", {}, feedList());
      const foot = element("p", { class: "dim small" });
      let hours = 24;
      const range = element("button", {
        type: "button",
        click: () => {
          hours = hours === 24 ? 168 : 24;
          range.textContent = hours === 24 ? "Show 7 days" : "Show 24 hours";
          refresh().catch((error) => notice(error.message, true));
        },
      }, "Show 7 days");

      async function refresh() {
        const [status, day, shown] = await Promise.all([
          ask("/v1/status"), ask("/v1/traffic?hours=24"), ask("/v1/traffic?hours=" + hours),
        ]);
        replace(headline, pill(status.state, tone(status.state)),
          element("span", {}, status.reasons.length ? status.reasons.join(" · ")
            : "Everything works."));
        replace(figures, ...tiles(status, day));
        replace(modems, ...status.modems.map((modem) => modemCard(modem, refresh, notice)));
        if (!status.modems.length) {
          replace(modems, empty("There is no modem. Looked for: "
            + status.discovery.looked_for.join(", ")));
        }
        throughput.draw(shown);
        delivery.draw(shown);
        replace(queue, queueTable(status.queue), ...keptBack(status.queue));
        const disk = status.disk ? " · " + size(status.disk.free_bytes) + " free" : "";
        foot.textContent = "Hermod " + status.version + " · up since " + time(status.started_at)
          + disk;
      }

      return {
        nodes: [
          element("div", { class: "title" }, element("h1", {}, "Overview"), headline),
          figures,
          element("div", { class: "title" }, element("h2", {}, "Modems")), modems,
          element("div", { class: "title" }, element("h2", {}, "Traffic"), range),
          element("div", { class: "columns" }, throughput.node, delivery.node),
          element("div", { class: "columns wide-left" },
            card("Messages by class", queue), card("Happening now", happening)),
          foot,
        ],
        refresh,
        hear: (event) => {
          if (!event) return;
          feed.unshift(event);
          feed.length = Math.min(feed.length, 12);
          replace(happening, feedList());
        },
        close: () => { throughput.close(); delivery.close(); },
      };
    }
    """#
  )

  /// A modem, with what an operator may do to it.
  static let modems = DashboardFile(
    "/js/modems.js",
    .script,
    #"""
    import { element, pill, shape } from "/js/document.js";
    import { ask } from "/js/session.js";
    import { count, time, tone } from "/js/words.js";

    /** Four bars, as on a phone: from -113 dBm, nothing, to -51 dBm and better. */
    function bars(dbm) {
      const on = dbm === null ? 0 : Math.min(4, Math.max(1, Math.round((dbm + 113) / 15)));
      const text = dbm === null ? "signal unknown" : "signal " + dbm + " dBm";
      return shape("svg", {
        class: on < 2 ? "bars weak" : "bars", width: 24, height: 18, viewBox: "0 0 24 18",
        role: "img", "aria-label": text,
      }, [0, 1, 2, 3].map((place) => shape("rect", {
        class: place < on ? "on" : null, x: place * 6, y: 13 - place * 4, width: 4.4,
        height: 5 + place * 4, rx: 1,
      })));
    }

    export function modemCard(modem, refresh, notice) {
      const isPaused = modem.state === "paused";
      const act = async (event) => {
        event.target.disabled = true;
        try {
          const verb = isPaused ? "resume" : "pause";
          await ask("/v1/modems/" + encodeURIComponent(modem.name) + "/" + verb,
            { method: "POST" });
          await refresh();
        } catch (error) {
          notice(error.message, true);
          event.target.disabled = false;
        }
      };
      const until = modem.until ? " until " + time(modem.until) : "";
      const limit = modem.limit_left === null ? null
        : element("span", {}, element("b", {}, count(modem.limit_left)), " left today");
      return element("article", { class: "card modem", "aria-label": "modem " + modem.name },
        element("div", { class: "top" }, bars(modem.signal_dbm),
          element("h3", {}, modem.name), pill(modem.state, tone(modem.state))),
        element("div", { class: "dim small" },
          [modem.operator, modem.signal_dbm === null ? null : modem.signal_dbm + " dBm",
            modem.registration].filter(Boolean).join(" · ") || "no SIM seen yet"),
        modem.reason ? element("div", { class: "small" }, modem.reason + until) : null,
        element("div", { class: "counts" },
          element("span", {}, element("b", {}, count(modem.sent_today)), " sent today"),
          element("span", {}, element("b", {}, count(modem.failed_today)), " refused"), limit),
        element("div", { class: "buttons" },
          element("button", { type: "button", click: act }, isPaused ? "Resume" : "Pause")));
    }
    """#
  )
}

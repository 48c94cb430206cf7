extension DashboardFile {
  /// Throughput and delivery rate, drawn from the traffic.
  static let plots = DashboardFile(
    "/js/plots.js",
    .script,
    #"""
    import { card, element, replace, shape } from "/js/document.js";
    import { plural } from "/js/words.js";

    const height = 190;
    const margin = { left: 38, right: 6, top: 10, bottom: 22 };

    /** Steps put together, so that there are at most so many. */
    function gather(traffic, most) {
      const size = Math.ceil(traffic.steps.length / most);
      const groups = [];
      for (let place = 0; place < traffic.steps.length; place += size) {
        const steps = traffic.steps.slice(place, place + size);
        const sum = (name) => steps.reduce((total, step) => total + step[name], 0);
        groups.push({
          at: new Date(steps[0].at), sent: sum("sent"), failed: sum("failed"),
          delivered: sum("delivered"), undelivered: sum("undelivered"),
        });
      }
      return groups;
    }

    /** A round number that is not below. */
    function ceiling(number) {
      const power = 10 ** Math.floor(Math.log10(Math.max(number, 4)));
      return [1, 2, 4, 5, 10].map((factor) => factor * power).find((round) => round >= number);
    }

    function axes(width, groups, top, unit) {
      const marks = [0, .25, .5, .75, 1].filter((part) => Number.isInteger(part * top));
      const across = marks.flatMap((part) => {
        const y = margin.top + (1 - part) * (height - margin.top - margin.bottom);
        return [
          shape("line", { class: "grid", x1: margin.left, x2: width - margin.right, y1: y, y2: y }),
          shape("text", { x: margin.left - 6, y: y + 4, "text-anchor": "end" }, part * top + unit),
        ];
      });
      const isDay = groups.at(-1).at - groups[0].at < 26 * 3600e3;
      const every = Math.ceil(groups.length / Math.max(2, Math.floor(width / 75)));
      const along = groups.flatMap((group, place) => place % every ? [] : [shape("text", {
        x: x(width, groups, place), y: height - 6,
      }, isDay ? group.at.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })
        : group.at.toLocaleDateString([], { weekday: "short", day: "numeric" }))]);
      return [...across, ...along];
    }

    function x(width, groups, place) {
      return margin.left + place * (width - margin.left - margin.right) / groups.length;
    }

    function y(part) {
      return margin.top + (1 - part) * (height - margin.top - margin.bottom);
    }

    /** A card that draws itself anew when its width changes. */
    function plot(title, legend, picture) {
      const place = element("div", { class: "plot" });
      let traffic = null;
      const paint = () => {
        const width = place.clientWidth;
        if (!traffic || width < 60) return;
        const { label, shapes } = picture(traffic, width);
        replace(place, shape("svg", {
          viewBox: "0 0 " + width + " " + height, height, role: "img", "aria-label": label,
        }, shapes));
      };
      const observer = new ResizeObserver(paint);
      observer.observe(place);
      return {
        node: card(title, place, legend),
        draw: (found) => { traffic = found; paint(); },
        close: () => observer.disconnect(),
      };
    }

    export function throughputPlot() {
      const legend = element("p", { class: "legend" },
        element("span", {}, element("i", { class: "sent" }), "sent"),
        element("span", {}, element("i", { class: "failed" }), "failed"));
      return plot("Throughput", legend, (traffic, width) => {
        const groups = gather(traffic, Math.max(24, Math.floor(width / 7)));
        const minutes = traffic.step_seconds / 60
          * Math.ceil(traffic.steps.length / groups.length);
        const top = ceiling(Math.max(...groups.map((group) => group.sent + group.failed)));
        const wide = (width - margin.left - margin.right) / groups.length;
        const columns = groups.flatMap((group, place) => {
          const box = (kind, from, to) => to > from ? [shape("rect", {
            class: kind, x: x(width, groups, place) + wide * .1, width: wide * .8,
            y: y(to / top), height: y(from / top) - y(to / top), rx: Math.min(2, wide / 4),
          }, shape("title", {}, group.at.toLocaleString() + ": " + (to - from) + " " + kind))] : [];
          return [...box("sent", 0, group.sent),
            ...box("failed", group.sent, group.sent + group.failed)];
        });
        const total = groups.reduce((sum, group) => sum + group.sent, 0);
        return {
          label: plural(total, "message", "messages") + " sent; a column is " + minutes
            + " minutes",
          shapes: [...axes(width, groups, top, ""), ...columns],
        };
      });
    }

    export function deliveryPlot() {
      const legend = element("p", { class: "legend" }, "delivered, of those reported on");
      return plot("Delivery rate", legend, (traffic, width) => {
        const groups = gather(traffic, 24);
        const points = groups.map((group, place) => {
          const reports = group.delivered + group.undelivered;
          return reports && { x: x(width, groups, place + .5), y: y(group.delivered / reports),
            text: Math.round(100 * group.delivered / reports) + " % of "
              + plural(reports, "report", "reports") };
        }).filter(Boolean);
        const line = points.map((point) => point.x.toFixed(1) + "," + point.y.toFixed(1));
        const delivered = groups.reduce((sum, group) => sum + group.delivered, 0);
        const reports = delivered + groups.reduce((sum, group) => sum + group.undelivered, 0);
        return {
          label: reports ? Math.round(100 * delivered / reports) + " percent of "
            + plural(reports, "report", "reports") + " say delivered" : "no delivery reports yet",
          shapes: [
            ...axes(width, groups, 100, " %"),
            points.length > 1 ? shape("path", { class: "rate", d: "M" + line.join("L") }) : null,
            ...points.map((point) => shape("circle", { class: "dot", cx: point.x, cy: point.y,
              r: 3.2 }, shape("title", {}, point.text))),
          ].filter(Boolean),
        };
      });
    }
    """#
  )
}

extension DashboardFile {
  /// Logging in, the sections, and what is shown when.
  static let application = DashboardFile(
    "/app.js",
    .script,
    #"""
    import { element, replace } from "/js/document.js";
    import { Follower } from "/js/follower.js";
    import * as session from "/js/session.js";
    import { overview } from "/js/overview.js";
    import { messages } from "/js/messages.js";
    import { story } from "/js/story.js";
    import { inbox } from "/js/inbox.js";
    import { optOuts } from "/js/optouts.js";
    import { composer } from "/js/composer.js";

    const sections = [
      { name: "overview", title: "Overview", view: overview, needsRead: true },
      { name: "messages", title: "Messages", view: messages },
      { name: "inbox", title: "Inbox", view: inbox, needsRead: true },
      { name: "optouts", title: "Opt-outs", view: optOuts, needsRead: true },
      { name: "send", title: "Send", view: composer },
    ];
    const byID = (id) => document.getElementById(id);
    let current = null;
    let follower = null;

    function notice(text, isBad = false) {
      const box = byID("notice");
      box.textContent = text;
      box.className = isBad ? "notice bad" : "notice";
      box.hidden = false;
      clearTimeout(notice.timer);
      notice.timer = setTimeout(() => { box.hidden = true; }, 5000);
    }

    /** What stands behind # in the address: the section, and what of it. */
    function place() {
      const [, name = "", detail = ""] = location.hash.split("/");
      return { name, detail: decodeURIComponent(detail) };
    }

    function allowed() {
      return sections.filter((section) => !section.needsRead || session.canRead());
    }

    function show() {
      if (byID("frame").hidden) return;
      const { name, detail } = place();
      const section = allowed().find((each) => each.name === name) ?? allowed()[0];
      current?.close?.();
      replace(byID("tabs"), ...allowed().map((each) => element("a", {
        href: "#/" + each.name, "aria-current": each === section ? "page" : null,
      }, each.title)));
      document.title = section.title + " · Hermod";
      const open = section.name === "messages" && detail ? story : section.view;
      current = open({ notice, detail, go: (where) => { location.hash = where; } });
      replace(byID("main"), ...current.nodes);
      current.refresh().catch(fail);
    }

    function fail(error) {
      if (error.status === 401) return leave("The token is not valid any more.");
      notice(error.message, true);
    }

    /** Many events make one refresh. */
    function changed(event) {
      current?.hear?.(event);
      if (changed.timer) return;
      changed.timer = setTimeout(() => {
        changed.timer = null;
        current?.refresh().catch(fail);
      }, 1200);
    }

    async function enter() {
      await session.check();
      byID("login").hidden = true;
      byID("frame").hidden = false;
      follower = new Follower(changed, (isLive) => {
        byID("live").className = isLive ? "live on" : "live";
        byID("live").textContent = isLive ? "live" : "reconnecting";
        if (isLive) changed(null);
      }, fail);
      follower.start();
      show();
    }

    function leave(reason = "") {
      session.forget();
      follower?.stop();
      current?.close?.();
      current = null;
      replace(byID("main"));
      byID("frame").hidden = true;
      byID("login").hidden = false;
      tell(reason);
      byID("token").focus();
    }

    function tell(reason) {
      byID("login-error").textContent = reason;
      byID("login-error").hidden = !reason;
    }

    byID("login").addEventListener("submit", async (event) => {
      event.preventDefault();
      session.keep(byID("token").value.trim());
      byID("token").value = "";
      tell("");
      try {
        await enter();
      } catch (error) {
        leave(error.status === 401 ? "This token opens nothing here." : error.message);
      }
    });
    byID("logout").addEventListener("click", () => leave());
    addEventListener("hashchange", () => { show(); byID("main").focus(); });
    document.addEventListener("visibilitychange", () => {
      if (!document.hidden && current) changed(null);
    });

    if (session.hasToken()) {
      enter().catch((error) => leave(error.status === 401 ? "" : error.message));
    } else {
      leave();
    }
    """#
  )
}

extension DashboardFile {
  /// The frame, the colours and the type.
  static let style = DashboardFile(
    "/style.css",
    .style,
    #"""
    :root {
      color-scheme: light dark;
      --back: #f4f6f9; --card: #fff; --ink: #17202b; --dim: #566373; --line: #dfe4ea;
      --accent: #1c5fd4; --accent-ink: #fff; --tint: #e8effc;
      --good: #157347; --good-tint: #e0f3e8; --warn: #8a5a00; --warn-tint: #fcf0d6;
      --bad: #b4232f; --bad-tint: #fbe5e6; --shadow: 0 1px 2px #0a1c3310, 0 2px 10px #0a1c330a;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --back: #0d1218; --card: #161d26; --ink: #e7ecf2; --dim: #97a5b5; --line: #27323f;
        --accent: #6ea8fe; --accent-ink: #0b1524; --tint: #1b2a41;
        --good: #4cc38a; --good-tint: #12301f; --warn: #e5b454; --warn-tint: #352808;
        --bad: #f2777f; --bad-tint: #3a171b; --shadow: none;
      }
    }
    * { box-sizing: border-box; }
    [hidden] { display: none !important; }
    html { background: var(--back); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body {
      margin: 0; font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans",
        "Liberation Sans", sans-serif;
    }
    h1 { font-size: 1.4rem; margin: 0; letter-spacing: -.01em; }
    h2 { font-size: 1.02rem; margin: 0 0 .75rem; letter-spacing: -.005em; }
    p { margin: 0 0 .5rem; }
    a { color: var(--accent); text-underline-offset: 2px; }
    code { font-size: .88em; overflow-wrap: anywhere; }
    .dim { color: var(--dim); }
    .small { font-size: .85rem; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .text { overflow-wrap: anywhere; white-space: pre-wrap; unicode-bidi: isolate; }
    :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 6px; }
    main:focus { outline: none; }
    .skip { position: absolute; left: -99rem; }
    .skip:focus { left: 1rem; top: .5rem; z-index: 9; background: var(--card); padding: .5rem; }

    header {
      position: sticky; top: 0; z-index: 5; display: flex; align-items: center; gap: 1.25rem;
      padding: .5rem max(1.25rem, calc(50vw - 37rem)); background: var(--card);
      border-bottom: 1px solid var(--line);
    }
    .brand {
      display: flex; align-items: center; gap: .6rem; font-weight: 650; font-size: 1.05rem;
      color: inherit; text-decoration: none;
    }
    nav { display: flex; gap: .25rem; flex: 1; }
    nav a {
      padding: .4rem .8rem; border-radius: 7px; text-decoration: none; color: var(--dim);
      font-weight: 550; white-space: nowrap;
    }
    nav a:hover { color: var(--ink); background: var(--back); }
    nav a[aria-current] { color: var(--accent); background: var(--tint); }
    main {
      max-width: 76.5rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; display: grid;
      gap: 1.25rem; grid-template-columns: minmax(0, 1fr);
    }
    .title { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; }
    .title h1, .title h2 { flex: 1; margin: 0; }
    .columns { display: grid; gap: 1.25rem; grid-template-columns: repeat(2, minmax(0, 1fr)); }
    .wide-left { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); align-items: start; }
    .tiles {
      display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(10.5rem, 1fr));
    }
    .card {
      background: var(--card); border: 1px solid var(--line); border-radius: 12px;
      padding: 1.1rem 1.2rem; box-shadow: var(--shadow); min-width: 0;
    }
    .login { max-width: 23rem; margin: 14vh auto 0; display: grid; gap: .6rem; padding: 2rem; }
    .login img { margin-bottom: .25rem; }
    .login .dim { margin: 0; }
    .live { font-size: .82rem; color: var(--dim); white-space: nowrap; }
    .live::before {
      content: ""; display: inline-block; width: .55rem; height: .55rem; border-radius: 50%;
      background: var(--warn); margin-right: .4rem;
    }
    .live.on::before { background: var(--good); }
    .notice {
      position: fixed; left: 50%; bottom: 5rem; transform: translateX(-50%); padding: .7rem 1.1rem;
      border-radius: 10px; background: var(--ink); color: var(--back); z-index: 8;
      max-width: calc(100vw - 2rem);
    }
    .notice.bad { background: var(--bad); color: #fff; }

    @media (max-width: 52rem) {
      .columns, .wide-left { grid-template-columns: minmax(0, 1fr); }
      header { padding: .5rem 1rem; gap: .75rem; }
      .brand { flex: 1; }
      nav {
        position: fixed; left: 0; right: 0; bottom: 0; z-index: 6; gap: 0;
        background: var(--card); border-top: 1px solid var(--line);
        padding: .3rem .3rem max(.3rem, env(safe-area-inset-bottom));
      }
      nav a { flex: 1 1 auto; text-align: center; padding: .6rem .1rem; font-size: .82rem; }
      main { padding: 1rem .9rem 6rem; gap: 1rem; }
      .tiles { grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .75rem; }
      .tiles > :last-child:nth-child(odd) { grid-column: 1 / -1; }
      .card { padding: .95rem 1rem; }
    }
    @media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
    """#
  )
}

extension DashboardFile {
  /// What stands in the frame: buttons, fields, lists, cards, plots.
  static let widgets = DashboardFile(
    "/widgets.css",
    .style,
    #"""
    button, .button {
      font: inherit; font-weight: 600; padding: .45rem .95rem; border-radius: 8px; cursor: pointer;
      border: 1px solid var(--line); background: var(--card); color: var(--ink);
    }
    button:hover { border-color: var(--accent); }
    button:disabled { opacity: .5; cursor: default; }
    .primary { background: var(--accent); border-color: var(--accent); color: var(--accent-ink); }
    .primary:hover:enabled { filter: brightness(1.08); }
    .danger { color: var(--bad); }
    .quiet { border-color: transparent; background: none; color: var(--dim); padding: .4rem .6rem; }
    .buttons { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; }
    label { font-weight: 600; font-size: .9rem; }
    input, textarea, select {
      font: inherit; width: 100%; padding: .5rem .7rem; border-radius: 8px; color: inherit;
      border: 1px solid var(--line); background: var(--back); min-width: 0;
    }
    textarea { resize: vertical; min-height: 7rem; }
    textarea.numbers { min-height: 4rem; }
    .fields { display: grid; gap: .9rem; }
    .field { display: grid; gap: .3rem; }
    .filter { display: flex; flex-wrap: wrap; gap: .6rem; }
    .filter > * { width: 16rem; flex: 0 1 auto; }
    .error { color: var(--bad); margin: 0; }

    .pill {
      display: inline-block; padding: .08rem .6rem; border-radius: 99px; font-size: .82rem;
      font-weight: 600; white-space: nowrap; background: var(--back); color: var(--dim);
    }
    .pill.good { background: var(--good-tint); color: var(--good); }
    .pill.warn { background: var(--warn-tint); color: var(--warn); }
    .pill.bad { background: var(--bad-tint); color: var(--bad); }
    .pill.busy { background: var(--tint); color: var(--accent); }

    .headline { display: flex; flex-wrap: wrap; gap: .4rem .8rem; align-items: baseline; }
    .headline .pill { font-size: 1rem; padding: .15rem .9rem; }
    .tile .value { font-size: 1.75rem; font-weight: 680; line-height: 1.2; letter-spacing: -.02em; }
    .tile .label { color: var(--dim); font-size: .87rem; font-weight: 550; }

    .modems {
      display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
    }
    .modem { display: flex; flex-direction: column; gap: .45rem; }
    .modem .buttons { margin-top: auto; padding-top: .3rem; }
    .modem button { padding: .25rem .8rem; font-size: .88rem; }
    .modem .top { display: flex; align-items: center; gap: .6rem; }
    .modem h3 { margin: 0; font-size: 1rem; flex: 1; overflow-wrap: anywhere; }
    .modem .counts { display: flex; flex-wrap: wrap; gap: 0 1.1rem; }
    .modem .counts span { white-space: nowrap; font-variant-numeric: tabular-nums; }
    .bars rect { fill: var(--line); }
    .bars rect.on { fill: var(--good); }
    .bars.weak rect.on { fill: var(--warn); }

    table { width: 100%; border-collapse: collapse; }
    th {
      text-align: left; font-size: .8rem; color: var(--dim); font-weight: 600;
      padding: .25rem .5rem .45rem; border-bottom: 1px solid var(--line); white-space: nowrap;
    }
    th.number { text-align: right; }
    td { padding: .45rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
    tr:last-child td { border-bottom: 0; }
    .classes tbody th { padding: .45rem .5rem; vertical-align: top; }
    .classes tbody tr:last-child th { border-bottom: 0; }
    .classes thead th { white-space: normal; vertical-align: bottom; }
    @media (max-width: 30rem) {
      .classes th, .classes td, .classes tbody th { padding-inline: .2rem; }
      .classes th { font-size: .74rem; }
    }
    .scroll { overflow-x: auto; }
    .scroll + p { margin-top: .75rem; }

    .list { list-style: none; margin: 0; padding: 0; }
    .list > li { border-bottom: 1px solid var(--line); }
    .list > li:last-child { border-bottom: 0; }
    .row {
      display: grid; gap: .1rem .9rem; padding: .65rem .3rem; color: inherit; text-decoration: none;
      grid-template-columns: 9.5rem minmax(0, 1fr) auto 7.5rem; align-items: baseline;
    }
    a.row:hover { background: var(--back); }
    .row .who { font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
    .row .what { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    .row.whole .what { white-space: pre-wrap; overflow-wrap: anywhere; }
    .row .when { color: var(--dim); text-align: right; font-size: .86rem; white-space: nowrap; }
    .feed { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .1rem .8rem;
      padding: .4rem 0; font-size: .92rem; }
    .feed time { color: var(--dim); font-variant-numeric: tabular-nums; }
    .feed span { overflow-wrap: anywhere; }

    .facts {
      display: grid; grid-template-columns: auto minmax(0, 1fr); gap: .3rem 1.1rem; margin: 0 0 1rem;
    }
    .facts dt { color: var(--dim); }
    .facts dd { margin: 0; overflow-wrap: anywhere; }
    .bubble {
      background: var(--tint); border-radius: 14px 14px 14px 4px; padding: .75rem 1rem;
      margin: 0 0 1rem; max-width: 34rem;
    }
    .story {
      list-style: none; margin: 0; padding: 0 0 0 1.1rem; border-left: 2px solid var(--line);
    }
    .story li { position: relative; padding: 0 0 .9rem; }
    .story li::before {
      content: ""; position: absolute; left: -1.52rem; top: .45rem; width: .7rem; height: .7rem;
      border-radius: 50%; background: var(--accent); border: 2px solid var(--card);
    }
    .story time { color: var(--dim); font-size: .86rem; margin-left: .5rem; }

    .plot svg { display: block; width: 100%; overflow: visible; }
    .plot text { fill: var(--dim); font-size: 11px; font-variant-numeric: tabular-nums; }
    .plot .grid { stroke: var(--line); }
    .plot .sent { fill: var(--accent); }
    .plot .failed { fill: var(--bad); }
    .plot .rate { fill: none; stroke: var(--good); stroke-width: 2.2; stroke-linejoin: round; }
    .plot .dot { fill: var(--good); }
    .legend { display: flex; gap: 1rem; font-size: .85rem; color: var(--dim); margin: 0; }
    .legend i {
      display: inline-block; width: .7rem; height: .7rem; border-radius: 3px; margin-right: .4rem;
    }
    .legend .sent { background: var(--accent); }
    .legend .failed { background: var(--bad); }
    .empty { color: var(--dim); padding: 1.2rem 0; text-align: center; margin: 0; }

    @media (max-width: 52rem) {
      .row { grid-template-columns: minmax(0, 1fr) auto; }
      .row .what { grid-column: 1 / -1; grid-row: 2; }
      .row .when { grid-column: 1 / -1; text-align: left; }
      button { padding: .55rem 1rem; }
      .quiet { padding: .4rem .3rem; }
      .modems { grid-template-columns: minmax(0, 1fr); }
      .filter { flex: 1 1 100%; }
      .filter > * { width: 100%; }
    }
    """#
  )
}

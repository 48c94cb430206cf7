extension DashboardFile {
  /// The one page: a place to log in, and a frame for what the script puts there.
  static let page = DashboardFile(
    "/",
    .page,
    #"""
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>Hermod</title>
    <link rel="icon" href="/icon.svg" type="image/svg+xml">
    <link rel="stylesheet" href="/style.css">
    <link rel="stylesheet" href="/widgets.css">
    <script type="module" src="/app.js"></script>
    </head>
    <body>
    <a class="skip" href="#main">Skip to the content</a>
    <noscript><p class="login">This page needs JavaScript; <code>hermod status</code> does not.</p>
    </noscript>

    <form id="login" class="login card" hidden>
    <img src="/icon.svg" alt="" width="48" height="48">
    <h1>Hermod</h1>
    <p class="dim">SMS gateway</p>
    <label for="token">Token</label>
    <input id="token" type="password" autocomplete="off" spellcheck="false" required
      placeholder="hermod_…">
    <p id="login-error" class="error" role="alert" hidden></p>
    <button class="primary" type="submit">Log in</button>
    <p class="dim small">Make a token on the gateway:<br>
    <code>hermod token create NAME --scope admin</code></p>
    </form>

    <div id="frame" hidden>
    <header>
    <a class="brand" href="#/overview"><img src="/icon.svg" alt="" width="28" height="28">Hermod</a>
    <nav aria-label="Sections" id="tabs"></nav>
    <span id="live" class="live" role="status"></span>
    <button id="logout" class="quiet" type="button">Log out</button>
    </header>
    <main id="main" tabindex="-1"></main>
    <div id="notice" class="notice" role="status" aria-live="polite" hidden></div>
    </div>
    </body>
    </html>
    """#
  )

  /// A bird with a message.
  static let icon = DashboardFile(
    "/icon.svg",
    .image,
    #"""
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48">
    <rect width="48" height="48" rx="11" fill="#1c5fd4"/>
    <path d="M10 15h28v19H22l-8 6v-6h-4z" fill="#fff"/>
    <path d="M16 22h16M16 27h10" stroke="#1c5fd4" stroke-width="2.6" stroke-linecap="round"/>
    </svg>
    """#
  )
}

// The theme takes the first jump within a page for a way to another: it would fetch this one and lay it in anew, without
// what the reader has opened in it. So it isn't told of jumps until it has laid in a page: from then on it scrolls by
// itself, and tells jumps apart. Runs before the theme's script, since on a window whoever listens first hears first.

const { pathname } = location

addEventListener('popstate', (event) => {
  if (location.pathname === pathname && history.scrollRestoration === 'auto') event.stopImmediatePropagation()
})

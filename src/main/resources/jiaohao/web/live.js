// The stream of what changes, for every page. Plain enough for the browsers of old television sets.

/**
 * Hears what changes. The browser reconnects by itself; a stream that has been silent for longer
 * than `quietMillis` is dead although nobody said so, and is opened anew.
 *
 * @param hearers what to do with each kind of news, by its name; "beat" is the sign of life
 * @param linked told true when the stream is open, false when it breaks
 */
export function listen(path, quietMillis, hearers, linked) {
  let source;
  let watchdog;

  function openWithin(millis) {
    clearTimeout(watchdog);
    watchdog = setTimeout(open, millis);
  }

  function hear(name, event) {
    openWithin(quietMillis);
    if (hearers[name]) {
      hearers[name](JSON.parse(event.data));
    }
  }

  function open() {
    if (source) {
      source.close();
    }
    source = new EventSource(path);
    source.onopen = () => linked(true);
    source.onerror = () => {
      linked(false);
      if (source.readyState === EventSource.CLOSED) {
        openWithin(1000);
      }
    };
    for (const name of new Set(["beat", ...Object.keys(hearers)])) {
      source.addEventListener(name, (event) => hear(name, event));
    }
    openWithin(quietMillis);
  }

  open();
}

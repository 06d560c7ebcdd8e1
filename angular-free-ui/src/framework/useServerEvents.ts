import { onBeforeUnmount, ref } from 'vue';
import { apiAddress, apiHeaders } from './api/http';

/** One event of a `text/event-stream`, its data read as JSON. */
export interface ServerEvent<T> {
  name: string;
  data: T;
}

/** Cuts a stream of text into events; what is incomplete waits for the next piece. */
export function eventReader<T>(onEvent: (event: ServerEvent<T>) => void) {
  let rest = '';
  return (piece: string) => {
    const blocks = (rest + piece).replaceAll('\r\n', '\n').split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const lines = block.split('\n');
      const read = (field: string) => lines.filter((line) => line.startsWith(`${field}:`)).map((line) => line.slice(field.length + 1).replace(/^ /, ''));
      const data = read('data').join('\n');
      if (data) onEvent({ name: read('event')[0] ?? 'message', data: JSON.parse(data) as T });
    }
  };
}

/**
 * Follows long work. Read with fetch, not EventSource, since the call must name the space in a header. After a cut it
 * tries again, ever slower; when the server closes the stream, the work is over.
 */
export function useServerEvents<T>(onEvent: (event: ServerEvent<T>) => void, onEnd: () => void = () => undefined) {
  const isFollowing = ref(false);
  let abort: AbortController | undefined;

  async function follow(path: string) {
    stop();
    const control = (abort = new AbortController());
    isFollowing.value = true;
    for (let attempt = 0; !control.signal.aborted && attempt < 8; attempt++) {
      try {
        const headers = apiHeaders();
        headers.set('Accept', 'text/event-stream');
        const response = await fetch(apiAddress(path), { headers, credentials: 'same-origin', signal: control.signal });
        if (!response.ok || !response.body) throw new Error(String(response.status));
        const read = eventReader<T>((event) => {
          attempt = 0;
          onEvent(event);
        });
        const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) read(part.value);
        break;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, Math.min(30_000, 1000 * 2 ** attempt)));
      }
    }
    if (control.signal.aborted) return;
    isFollowing.value = false;
    onEnd();
  }

  function stop() {
    abort?.abort();
    isFollowing.value = false;
  }

  onBeforeUnmount(stop);
  return { follow, stop, isFollowing };
}

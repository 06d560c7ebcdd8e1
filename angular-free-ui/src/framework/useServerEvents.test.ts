import { mount } from '@vue/test-utils';
import { defineComponent } from 'vue';
import { expect, test, vi } from 'vitest';
import { eventReader, useServerEvents, type ServerEvent } from './useServerEvents';

test('events are read whole, however the stream is cut', () => {
  const stream = 'event: progress\ndata: {"done":1}\nid: 1\n\nevent: progress\r\ndata: {"done":2}\r\n\r\n: heartbeat\n\ndata: {"done":3}\n\n';
  for (let size = 1; size < 20; size++) {
    const events: ServerEvent<{ done: number }>[] = [];
    const read = eventReader<{ done: number }>((event) => events.push(event));
    for (let at = 0; at < stream.length; at += size) read(stream.slice(at, at + size));
    expect(events.map((event) => [event.name, event.data.done])).toEqual([['progress', 1], ['progress', 2], ['message', 3]]);
  }
});

test('the end of the stream is the end of the work, and the call names the space', async () => {
  history.replaceState(null, '', '/espace/jardins-de-vaise/lettres/1');
  const seen: number[] = [];
  const ended = vi.fn();
  let headers: Headers | undefined;
  vi.stubGlobal('fetch', (_address: string, init: RequestInit) => {
    headers = init.headers as Headers;
    return Promise.resolve(new Response('event: progress\ndata: 7\n\n'));
  });
  let events!: ReturnType<typeof useServerEvents<number>>;
  mount(defineComponent({ setup: () => ((events = useServerEvents<number>((event) => seen.push(event.data), ended)), () => null) }));
  await events.follow('/api/mailing/campaign/1/progress');
  expect(seen).toEqual([7]);
  expect(ended).toHaveBeenCalledTimes(1);
  expect(headers?.get('__tenant')).toBe('jardins-de-vaise');
});

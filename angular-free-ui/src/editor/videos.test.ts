import { expect, test } from 'vitest';
import { filmOf } from './videos';

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3', { service: 'YouTube', id: 'dQw4w9WgXcQ' }],
  ['https://youtu.be/dQw4w9WgXcQ', { service: 'YouTube', id: 'dQw4w9WgXcQ' }],
  ['https://www.youtube.com/shorts/dQw4w9WgXcQ', { service: 'YouTube', id: 'dQw4w9WgXcQ' }],
  ['https://vimeo.com/76979871', { service: 'Vimeo', id: '76979871' }],
  ['https://tube.example.org/w/9c9de5e8-0a1e-484a-b099-e80766180a6d', { service: 'PeerTube', id: '9c9de5e8-0a1e-484a-b099-e80766180a6d' }],
  ['https://tube.example.org/videos/watch/kkGMgK9ZtnKfYAgnEtQxbv', { service: 'PeerTube', id: 'kkGMgK9ZtnKfYAgnEtQxbv' }],
  ['https://www.youtube.com/@quelquun', undefined],
  ['javascript:alert(1)', undefined],
  ['youtube', undefined],
])('the film at %s', (address, film) => expect(filmOf(address)).toEqual(film));

/** Answers the API from memory, for looking at screens without a hub: `npm run dev:mocked`. */
export function startMocks() {
  document.documentElement.dataset['mocked'] = '';
}

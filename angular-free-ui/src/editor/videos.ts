/** A film on a service that the site knows how to show: its still picture first, the film after a click. */
export interface Film {
  service: 'PeerTube' | 'YouTube' | 'Vimeo';
  id: string;
}

const YOUTUBE = ['youtube.com', 'www.youtube.com', 'm.youtube.com', 'www.youtube-nocookie.com', 'youtube-nocookie.com'];

/** Reads the address of a film; nothing is fetched. `undefined` when it is of no service that is known. */
export function filmOf(address: string): Film | undefined {
  let url: URL;
  try {
    url = new URL(address.trim());
  } catch {
    return undefined;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  const found = (service: Film['service'], id: string | undefined): Film | undefined => (id ? { service, id } : undefined);
  if (url.hostname === 'youtu.be') return found('YouTube', /^\/([\w-]{6,20})$/.exec(url.pathname)?.[1]);
  if (YOUTUBE.includes(url.hostname)) {
    const inPath = /^\/(?:embed|shorts|live)\/([\w-]{6,20})/.exec(url.pathname)?.[1];
    return found('YouTube', inPath ?? /^[\w-]{6,20}$/.exec(url.searchParams.get('v') ?? '')?.[0]);
  }
  if (['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'].includes(url.hostname)) return found('Vimeo', /^\/(?:video\/)?(\d{5,12})(?:\/|$)/.exec(url.pathname)?.[1]);
  return found('PeerTube', /^\/(?:w|videos\/watch|videos\/embed)\/([\w-]{10,40})$/.exec(url.pathname)?.[1]);
}

// Pictures of every screen of the mocked workspace at 390 and 1280 px, light and dark, with axe on each.
// CHROMIUM=/path npm run screens [-- part-of-a-name]   → screens/*.png, and a list of what axe found
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';

const root = join(import.meta.dirname, '..');
const only = process.argv[2] ?? '';
const out = process.env.SCREENS ?? join(root, 'screens');
mkdirSync(out, { recursive: true });

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types vue ProseMirrorClipboard";
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2' };

if (!process.env.NO_BUILD) {
  const build = spawn('npx', ['vite', 'build', '--mode', 'mocked', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' });
  await new Promise((resolve, reject) => build.on('exit', (code) => (code ? reject(new Error('build')) : resolve())));
}

const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://x').pathname.replace(/^\/espace\//, '');
  let file;
  if (path.endsWith('preview.html')) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!DOCTYPE html><html lang="fr"><title>Lettre</title><body style="font:18px sans-serif;padding:24px"><h1>Les semis sont lancés</h1><p>Bonjour chers amis,</p><p>La serre est pleine.</p>');
    return;
  }
  try {
    file = readFileSync(join(root, 'dist-mocked', extname(path) ? path : 'index.html'));
  } catch {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/html', 'content-security-policy': policy }).end(file);
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.on('listening', resolve));
const base = `http://127.0.0.1:${server.address().port}/espace/`;

const { screens } = await import('./screens.list.mjs');
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
let found = 0;
// QUICK=1 looks at each width and each scheme once.
const views = process.env.QUICK ? [[390, 'light'], [1280, 'dark']] : [[390, 'light'], [1280, 'light'], [390, 'dark'], [1280, 'dark']];
for (const [width, scheme] of views) {
  const context = await browser.newContext({ viewport: { width, height: width === 390 ? 844 : 860 }, colorScheme: scheme, reducedMotion: 'reduce', locale: 'fr-FR' });
  for (const { name, path, act } of screens) {
    if (!name.includes(only)) continue;
    const page = await context.newPage();
    const tell = (what) => {
      found++;
      console.log(`${name} ${width} ${scheme}: ${what}`);
    };
    page.on('console', (message) => message.type() === 'error' && !message.text().includes('404') && tell(message.text().split('\n')[0]));
    page.on('pageerror', (error) => tell(error.message.split('\n')[0]));
    await page.goto(base + path);
    await page.locator('h1').first().waitFor({ timeout: 8000 }).catch(() => tell('no title'));
    await page.waitForTimeout(250);
    try {
      await act?.(page);
    } catch (error) {
      tell(String(error).split('\n')[0]);
    }
    await page.waitForTimeout(200);
    await page.screenshot({ path: join(out, `${name}-${width}${scheme === 'dark' ? '-dark' : ''}.png`), fullPage: false });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (overflow > 0) tell(`${overflow} px too wide`);
    await page.evaluate(axe);
    const result = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations'] }));
    for (const violation of result.violations) tell(`${violation.id}: ${violation.nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).slice(0, 3).join(' | ')}`);
    await page.close();
  }
  await context.close();
}
await browser.close();
server.close();
console.log(found ? `${found} found` : 'nothing found');
process.exitCode = found ? 1 : 0;

// A rolling upgrade for real: the version before and this one on one database, under load. ./idesluss rehearse-upgrade runs it; nothing that was received may be lost and nobody may meet an error.
// node tests/rolling-upgrade.mjs --before FOLDER --after FOLDER [--seconds N] [--municipality NAME]      (two published folders)
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const given = name => { const at = process.argv.indexOf('--' + name); return at < 0 ? null : process.argv[at + 1]; };
const [before, after] = [given('before'), given('after')];
const seconds = Number(given('seconds') ?? 15);
const municipality = given('municipality') ?? 'pitea';
if (!before || !after || !(seconds > 0)) { console.error('rolling-upgrade --before FOLDER --after FOLDER [--seconds N] [--municipality NAME]'); process.exit(2); }

const data = mkdtempSync(join(tmpdir(), 'idesluss-upgrade-'));
const sleep = ms => new Promise(done => setTimeout(done, ms));
const freePort = () => new Promise(done => { const server = createServer().listen(0, '127.0.0.1', () => { const { port } = server.address(); server.close(() => done(port)); }); });
const settings = {
  ...process.env, IdeSluss__Municipality: municipality, IdeSluss__DataFolder: data, IdeSluss__Demo: 'true',
  // Everybody comes from one address here.
  ...Object.fromEntries(['global', 'write', 'secret'].map(limit => [`IdeSluss__RateLimits__${limit}__Permits`, '1000000'])),
};

async function start(folder, name) {
  const address = `http://localhost:${await freePort()}`;
  const log = createWriteStream(join(data, name + '.log'));
  const host = spawn(join(folder, 'IdeSluss.Host'), ['--urls', address], { env: { ...settings, IdeSluss__PluginFolder: join(folder, 'plugins') }, stdio: ['ignore', 'pipe', 'pipe'] });
  host.stdout.pipe(log); host.stderr.pipe(log);
  const ended = new Promise(done => host.on('exit', done));
  for (let tries = 0; tries < 1800 && host.exitCode === null; tries++) {
    if (await fetch(address + '/health/ready').then(answer => answer.ok, () => false)) return { name, address, host, ended };
    await sleep(200);
  }
  throw new Error(`${name} did not start: see ${join(data, name + '.log')}`);
}

const running = [], targets = [], counts = {}, wrong = [], received = new Map();
let phase = '', going = true, turn = 0;
const next = () => targets[turn++ % targets.length];

// One request. As a proxy does it: whoever cannot be connected to is asked no more, and another is; that alone is tried again, since nothing can have been received.
async function ask(kind, path, options = {}, host = next()) {
  const count = ((counts[phase] ??= {})[kind] ??= { asked: 0, errors: 0, elsewhere: 0, took: [] });
  const began = performance.now();
  count.asked++;
  try {
    const answer = await fetch(host.address + path, { redirect: 'manual', ...options });
    const text = await answer.text();
    count.took.push(performance.now() - began);
    if (answer.status >= 400) { count.errors++; wrong.push(`${phase}: ${kind} ${path} by ${host.name}: ${answer.status} ${text.slice(0, 200)}`); }
    return { status: answer.status, text, headers: answer.headers };
  } catch (error) {
    if (error.cause?.code === 'ECONNREFUSED' && targets.length > 1) { count.elsewhere++; return ask(kind, path, options, targets.find(other => other !== host)); }
    count.errors++;
    wrong.push(`${phase}: ${kind} ${path} by ${host.name}: ${error.cause?.code ?? error}`);
    return { status: 0, text: '', headers: new Headers() };
  }
}

async function program(number) {
  for (let count = 0; going; count++) {
    await ask('list', '/ideer?efter=&' + count);
    const text = `Bänkar längs kanalen, nummer ${number}-${count}.`;
    const sent = await ask('hand-in', '/api/v1/ideas/ideas', { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': `${number}-${count}` }, body: JSON.stringify({ text }) });
    if (sent.status === 201) { const { caseNumber, code } = JSON.parse(sent.text); received.set(caseNumber, { code, text }); }
    await ask('start page', '/');
  }
}

// With a browser's cookies: the form is fetched from one version, and may be received by the other.
function browser() {
  const cookies = new Map();
  const go = async (kind, path, fields) => {
    const headers = { cookie: [...cookies].map(pair => pair.join('=')).join('; '), accept: 'text/html' };
    const answer = await ask(kind, path, fields ? { method: 'POST', headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams(fields) } : { headers });
    for (const cookie of answer.headers.getSetCookie()) { const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie); if (value) cookies.set(name, value); else cookies.delete(name); }
    return answer;
  };
  const unescape = text => text.replaceAll('&quot;', '"').replaceAll('&#x2B;', '+').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replace(/&#x([0-9A-F]+);/gi, (_, hex) => String.fromCodePoint(parseInt(hex, 16))).replaceAll('&amp;', '&');
  const hidden = (page, holding) => {
    const form = page.text.split('<form').slice(1).map(part => part.split('</form>')[0]).find(part => part.includes(holding)) ?? '';
    return [...form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [/name="([^"]*)"/.exec(tag)?.[1], unescape(/value="([^"]*)"/.exec(tag)?.[1] ?? '')]).filter(([name]) => name);
  };
  return { go, hidden };
}

async function resident() {
  for (let count = 0; going; count++) {
    const { go, hidden } = browser();
    const text = `Fler lampor vid skolan, nummer ${count}.`;
    const form = await go('form', '/lamna-ide');
    const sent = await go('form', '/lamna-ide', [...hidden(form, 'Input.Text'), ['Input.Text', text], ['Input.AnswerWay', 'Code']]);
    if (sent.status !== 302) { if (sent.status) wrong.push(`${phase}: the form was not received: ${sent.status}`); continue; }
    const review = await go('form', sent.headers.get('location'));
    const done = await go('form', sent.headers.get('location'), hidden(review, 'name="version"'));
    if (done.status !== 302 || !done.headers.get('location').startsWith('/kvitto/')) wrong.push(`${phase}: the review was not received: ${done.status} ${done.headers.get('location')}`);
    else await go('form', done.headers.get('location'));
    await sleep(100);
  }
}

async function coach() {
  const { go, hidden } = browser();
  const form = await go('coach', '/logga-in');
  await go('coach', '/logga-in', [...hidden(form, 'Input.Password'), ['Input.Email', 'coach@demo.example'], ['Input.Password', 'prova-gärna-slussen']]);
  while (going) {
    const work = await go('coach', '/arbete');
    if (work.status === 302) wrong.push(`${phase}: the coach was logged out`);
    await sleep(200);
  }
}

try {
  running.push(await start(before, 'before'));
  targets.push(running[0]);
  phase = '1 before alone';
  const people = [...Array.from({ length: 4 }, (_, number) => program(number)), resident(), coach()];
  await sleep(seconds * 1000);

  phase = '2 migrated while it runs';
  const migrate = spawn(join(after, 'IdeSluss.Host'), ['migrate'], { env: { ...settings, IdeSluss__PluginFolder: join(after, 'plugins') }, stdio: ['ignore', 'inherit', 'inherit'] });
  const code = await new Promise(done => migrate.on('exit', done));
  if (code !== 0) throw new Error(`migrate ended with ${code}`);
  await sleep(seconds * 1000);

  phase = '3 both';
  running.push(await start(after, 'after'));
  targets.push(running[1]);
  await sleep(seconds * 1000);

  phase = '4 before stops';
  running[0].host.kill('SIGTERM');
  const stopped = await running[0].ended;
  targets.shift();
  if (stopped !== 0) wrong.push(`before ended with ${stopped}`);

  phase = '5 after alone';
  await sleep(seconds * 1000);
  going = false;
  await Promise.all(people);

  phase = '6 looked up';
  let lost = 0;
  for (const [number, { code, text }] of received) {
    const found = await ask('looked up', '/api/v1/ideas/by-code', { headers: { 'idea-code': code } });
    if (found.status !== 200 || JSON.parse(found.text).caseNumber !== number || JSON.parse(found.text).text !== text) { lost++; wrong.push(`${number} is lost`); }
  }

  const rank = (took, share) => took.sort((a, b) => a - b)[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  for (const [name, kinds] of Object.entries(counts)) {
    console.log(name);
    for (const [kind, { asked, errors, elsewhere, took }] of Object.entries(kinds)) console.log(`  ${kind.padEnd(12)} ${String(asked).padStart(6)} asked  ${String(errors).padStart(3)} errors  ${String(elsewhere).padStart(3)} sent to the other  p50 ${rank(took, 0.5).toFixed(0)} ms  p99 ${rank(took, 0.99).toFixed(0)} ms`);
  }

  console.log(`${received.size} ideas received by API, ${lost} lost; ${wrong.length} things wrong`);
  for (const line of wrong.slice(0, 20)) console.log('  ' + line);
} finally {
  going = false;
  for (const { host, ended } of running) { if (host.exitCode === null) { host.kill('SIGTERM'); await ended; } }
}
process.exitCode = wrong.length ? 1 : 0;
if (!wrong.length) rmSync(data, { recursive: true, force: true });
else console.log(`Logs: ${data}`);

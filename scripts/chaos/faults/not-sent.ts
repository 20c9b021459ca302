import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSimulator } from '#lib/simulator/control.ts';
import { apps } from '#lib/testing/console.ts';
import { makeCertificate } from '#lib/testing/tencent/certificate.ts';
import { startRawServer } from '#lib/testing/tencent/raw-server.ts';
import { databases } from '#scripts/chaos/database.ts';
import type { Environment } from '#scripts/chaos/environment.ts';
import type { Fault } from '#scripts/chaos/fault.ts';
import { type Finding, same, within } from '#scripts/chaos/finding.ts';
import type { Person } from '#scripts/chaos/person.ts';
import { preloaded } from '#scripts/chaos/preloaded.ts';
import type { Random } from '#scripts/chaos/random.ts';

/** A provider that cannot be reached, then can: the form refuses, the batch pauses and one button resumes it. */
async function unreachable(
  { ground, person, random }: { ground: Environment; person: Person; random: Random },
  { name, code, mend }: { name: string; code: string; mend: () => Promise<void> },
): Promise<Finding[]> {
  const forms = await Promise.all(
    ground.numbers(4).map((number) => person.bindNow({ number, key: random.branch(number).uuid() })),
  );
  const details = await Promise.all(forms.map(({ id }) => person.binding(id)));
  const gaps = details.map(({ attempts: [first, second] }) =>
    first && second ? Date.parse(second.committedAt) - Date.parse(first.committedAt) : 0,
  );
  const outcomes = details.flatMap(({ attempts }) => attempts.map(({ outcome }) => outcome));
  const numbers = ground.numbers(random.int(8, 16));
  const id = await person.startNumbers(numbers, { key: random.uuid() });
  const paused = await person.batchAt(id, ['paused']);
  await mend();
  await person.changeBatch(id, 'running');
  const { counts } = await person.batchAt(id, ['done', 'paused']);
  return [
    same(
      `form, ${name}`,
      forms.map((form) => [form.state, form.code]),
      Array(4).fill(['refused', code]),
    ),
    same(`form, ${name}, attempts`, [...new Set(outcomes)], ['not_sent']),
    within(`form, ${name}, attempts each`, Math.min(...forms.map(({ attemptCount }) => attemptCount)), {
      from: 2,
      to: 6,
      unit: 'at least',
    }),
    within(`form, ${name}, different waits of four before the second attempt`, new Set(gaps).size, {
      from: 2,
      to: 4,
      unit: 'waits',
    }),
    same(
      `batch of ${numbers.length}, ${name}`,
      [paused.halt?.by, paused.halt?.code, paused.counts.refused],
      [null, code, 0],
    ),
    same('once it can be reached, and somebody has pressed Resume', counts.bound, numbers.length),
  ];
}

async function closedPort(ground: Environment, random: Random): Promise<Finding[]> {
  const { endpoint, credentials } = ground.simulator;
  await ground.simulator.stop();
  const person = await ground.startServer();
  const mend = async () => {
    const { secretId, secretKey } = credentials;
    const port = Number(new URL(endpoint).port);
    ground.simulator = await startSimulator({ apps, port, secretId, secretKey });
  };
  return unreachable(
    { ground, person, random },
    { name: 'nobody listens', code: 'NotSent.ConnectionRefused', mend },
  );
}

async function noName(ground: Environment, random: Random): Promise<Finding[]> {
  const { port } = new URL(ground.simulator.endpoint);
  const person = await ground.startServer({
    CCC_ENDPOINT: `http://localhost:${port}`,
    ...preloaded('nameless'),
  });
  const mend = async () => {
    ground.server.process.kill('SIGUSR2');
  };
  return unreachable(
    { ground, person, random },
    { name: 'a name without address', code: 'NotSent.NameNotFound', mend },
  );
}

const dayMs = 86_400_000;
const certificates = [
  { name: 'signed by nobody we trust', options: { ip: '127.0.0.1' }, trusted: false },
  { name: 'that has expired', options: { ip: '127.0.0.1', notAfter: -dayMs / 2 }, trusted: true },
  {
    name: 'of another host',
    options: { ip: '127.0.0.2', dnsName: 'ccc.tencentcloudapi.com' },
    trusted: true,
  },
];

/** Also with the switch that turns every check off in other programs. */
async function badCertificate(
  ground: Environment,
  random: Random,
  { name, options: { notAfter, ...names }, trusted }: (typeof certificates)[number],
): Promise<Finding[]> {
  const until = notAfter === undefined ? {} : { notAfter: new Date(Date.now() + notAfter) };
  const identity = makeCertificate({ ...names, ...until });
  const server = await startRawServer({ identity });
  const file = join(ground.database.dataDir, `authority-${server.port}.pem`);
  writeFileSync(file, identity.cert);
  const person = await ground.startServer({
    CCC_ENDPOINT: `https://127.0.0.1:${server.port}`,
    NODE_TLS_REJECT_UNAUTHORIZED: '0',
    ...(trusted && { NODE_EXTRA_CA_CERTS: file }),
  });
  const form = await person.bindNow({ number: ground.number(), key: random.uuid() });
  const numbers = ground.numbers(random.int(6, 9));
  const id = await person.startNumbers(numbers, { key: random.uuid() });
  const paused = await person.batchAt(id, ['paused']);
  await ground.stopAll();
  await server.close();
  rmSync(file);
  const code = 'NotSent.CertificateInvalid';
  return [
    same(`form, a certificate ${name}`, [form.state, form.code, form.attemptCount], ['refused', code, 1]),
    same('a batch meanwhile', [paused.halt?.code, paused.counts.refused], [code, 0]),
    same('bytes that its server was given', server.received(), ''),
  ];
}

export const notSent: Fault = {
  n: 1,
  title: 'no name, no listener, no certificate to trust',
  databases,
  async run(ground, random) {
    const findings = await closedPort(ground, random);
    await ground.stopAll();
    findings.push(...(await noName(ground, random)));
    await ground.stopAll();
    for (const certificate of random.shuffle(certificates))
      findings.push(...(await badCertificate(ground, random, certificate)));
    return findings;
  },
};

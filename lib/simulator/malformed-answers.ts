import { malformedBodies } from '#lib/simulator/malformed-bodies.ts';
import { malformedFraming } from '#lib/simulator/malformed-framing.ts';

/** A whole answer as bytes on the wire, status line included; the connection is closed after it. */
type MalformedAnswer = { name: string; raw: Buffer };

/**
 * More than 200 answers none of which proves that a request was applied: the same list, in the same order, every time.
 * Doubled keys are arranged so that neither the first nor the last reading is a success.
 */
export const malformedAnswers: readonly MalformedAnswer[] = [
  ...malformedBodies().map(({ name, body, headers }) => ({ name, raw: wholeAnswer(body, headers) })),
  ...malformedFraming(),
];

function wholeAnswer(body: Buffer, headers: string[] = []): Buffer {
  const type = headers.some((header) => /^content-type:/i.test(header))
    ? []
    : ['Content-Type: application/json'];
  const head = [
    'HTTP/1.1 200 OK',
    ...type,
    ...headers,
    `Content-Length: ${body.length}`,
    'Connection: close',
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}

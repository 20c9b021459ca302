const success = '{"Response":{"RequestId":"3c140219-cfe9-470e-b241-907877d6fb03"}}';

/** A success text in a head that lies about it or cannot be read: the bytes alone would look like success. */
export function malformedFraming(): { name: string; raw: Buffer }[] {
  return Object.entries({ ...lengths, ...chunks, ...heads, ...otherStatus }).map(([name, text]) => ({
    name,
    raw: Buffer.from(text, 'latin1'),
  }));
}

const respond = (headers: string[], body = success, statusLine = 'HTTP/1.1 200 OK'): string =>
  `${[statusLine, 'Content-Type: application/json', ...headers, 'Connection: close'].join('\r\n')}\r\n\r\n${body}`;

const lengths = {
  'a length longer than the body': respond([`Content-Length: ${success.length + 10}`]),
  'a length shorter than the body': respond(['Content-Length: 20']),
  'a length of nothing': respond(['Content-Length: 0']),
  'a negative length': respond(['Content-Length: -1']),
  'a length in words': respond(['Content-Length: all']),
  'a length in hex': respond(['Content-Length: 0x42']),
  'a length beyond all numbers': respond(['Content-Length: 99999999999999999999999']),
  'two lengths that differ': respond([`Content-Length: ${success.length}`, 'Content-Length: 3']),
  'a length and chunks': respond(
    ['Content-Length: 5', 'Transfer-Encoding: chunked'],
    `42\r\n${success}\r\n0\r\n\r\n`,
  ),
};

const chunked = (body: string): string => respond(['Transfer-Encoding: chunked'], body);
const size = success.length.toString(16);
const chunks = {
  'a chunk size that is none': chunked(`zz\r\n${success}\r\n0\r\n\r\n`),
  'a chunk size beyond all numbers': chunked(`ffffffffffffffffff\r\n${success}`),
  'a negative chunk size': chunked(`-1\r\n${success}`),
  'no chunks although promised': chunked(success),
  'no last chunk': chunked(`${size}\r\n${success}\r\n`),
  'a chunk cut in half': chunked(`${size}\r\n${success.slice(0, 30)}`),
  'a chunk longer than its size': chunked(`5\r\n${success}\r\n0\r\n\r\n`),
  'only the last chunk': chunked('0\r\n\r\n'),
};

const heads = {
  'no bytes at all': '',
  'only a line end': '\r\n',
  'a body without a head': success,
  'half a status line': 'HTTP/1.1 20',
  'a head without its end': 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n',
  'a status in words': respond([], success, 'HTTP/1.1 OK'),
  'a status of four digits': respond([], success, 'HTTP/1.1 2000 OK'),
  'another protocol': respond([], success, 'SPDY/3 200 OK'),
  'a greeting of a mail server': '220 mail ready\r\n',
  'a TLS alert': '\u0015\u0003\u0001\u0000\u0002\u0002\u0028',
  'a header without a colon': respond(['Broken header line', `Content-Length: ${success.length}`]),
  'a header with a NUL': respond(['X-Odd: a\u0000b', `Content-Length: ${success.length}`]),
  'a header with an empty name': respond([': odd', `Content-Length: ${success.length}`]),
  'a header of 100 KB': respond([`X-Long: ${'a'.repeat(100_000)}`, `Content-Length: ${success.length}`]),
  'five thousand headers': respond(Array.from({ length: 5000 }, (_, index) => `X-${index}: a`)),
  'two answers in one': respond(['Content-Length: 2'], `{}${respond([`Content-Length: ${success.length}`])}`),
};

const withStatus = (line: string): string =>
  respond([`Content-Length: ${success.length}`], success, `HTTP/1.1 ${line}`);
const otherStatus = Object.fromEntries(
  [
    '201 Created',
    '202 Accepted',
    '203 Changed',
    '206 Partial Content',
    '299 Odd',
    '304 Not Modified',
    '418 Odd',
    '599 Odd',
    '999 Odd',
  ].map((line) => [`success text with ${line}`, withStatus(line)]),
);

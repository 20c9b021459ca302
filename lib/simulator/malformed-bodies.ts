type MalformedBody = { name: string; body: Buffer; headers?: string[] };

const id = '3c140219-cfe9-470e-b241-907877d6fb03';
const success = `{"Response":{"RequestId":"${id}"}}`;
const refusal = `{"Response":{"Error":{"Code":"InternalError","Message":"x"},"RequestId":"${id}"}}`;

/** Bodies behind a correct HTTP head that are no answer of Tencent's. */
export function malformedBodies(): MalformedBody[] {
  return [
    ...truncated('success', success, 0),
    ...truncated('refusal', refusal, success.indexOf('RequestId') + 1),
    ...notJson.map((text, index) => ({
      name: `not JSON ${index}: ${text.slice(0, 24)}`,
      body: Buffer.from(text),
    })),
    ...notEnvelopes.map((text, index) => ({
      name: `no envelope ${index}: ${text.slice(0, 40)}`,
      body: Buffer.from(text),
    })),
    ...deep(),
    ...encodings(),
  ];
}

const truncated = (name: string, text: string, from: number): MalformedBody[] =>
  Array.from({ length: text.length - from }, (_, index) => ({
    name: `${name} cut after ${from + index} bytes`,
    body: Buffer.from(text.slice(0, from + index)),
  }));

const notJson = [
  ' ',
  '\r\n\r\n',
  '\u0000',
  `${success}}`,
  `${success}${success}`,
  `${success},`,
  `)]}',\n${success}`,
  `callback(${success})`,
  `// ok\n${success}`,
  success.replaceAll('"', "'"),
  success.replace('}}', ',}}'),
  success.replace(id, `${id}\n`),
  success.replace(id, `${id}\\`),
  success.replace(id, '\\u12'),
  '{Response:{RequestId:"x"}}',
  'NaN',
  'undefined',
  'Infinity',
  '[object Object]',
  '+1',
  '01',
  'OK',
  'Response=ok&RequestId=1',
  '<?xml version="1.0"?><Response><RequestId>1</RequestId></Response>',
  '<!doctype html><script>document.title="this ran"</script>',
  Buffer.from(success).toString('base64'),
  `20\r\n${success}\r\n0\r\n\r\n`,
];

const notEnvelopes = [
  ...['null', 'true', 'false', '0', '-1', '1e999', '""', '"ok"', `"${id}"`, '[]', '[null]', '{}'],
  `[${success}]`,
  JSON.stringify(success),
  ...['null', '[]', '""', '0', 'true', '{}', `"${id}"`, `["${id}"]`].map((value) => `{"Response":${value}}`),
  ...['null', '""', '0', '1', 'true', '{}', '[]', `["${id}"]`].map(
    (value) => `{"Response":{"RequestId":${value}}}`,
  ),
  ...['Requestid', 'requestId', 'RequestID', 'RequestId ', 'request_id'].map(
    (key) => `{"Response":{"${key}":"${id}"}}`,
  ),
  ...['response', 'RESPONSE', 'Response ', 'Result', 'data'].map((key) => `{"${key}":{"RequestId":"${id}"}}`),
  ...['"failed"', '[]', '0', 'true', '{}', '{"Code":""}', '{"Code":7}', '{"Message":"x"}'].map(
    (error) => `{"Response":{"Error":${error},"RequestId":"${id}"}}`,
  ),
  `{"RequestId":"${id}"}`,
  `{"Response":{"Response":{"RequestId":"${id}"}}}`,
  `{"__proto__":{"Response":{"RequestId":"${id}"}}}`,
  `{"Response":{"__proto__":{"RequestId":"${id}"}}}`,
  `{"Response":{"__proto__":{"polluted":true},"RequestId":""}}`,
  `{"constructor":{"prototype":{"polluted":true}}}`,
  `{"Response":{"constructor":{"prototype":{"RequestId":"${id}"}}}}`,
  `{"Response":{"RequestId":"${id}"},"Response":{}}`,
  `{"Response":{"Error":{"Code":"InternalError"},"RequestId":"${id}"},"Response":null}`,
  `{"Response":{"RequestId":"${id}","RequestId":""}}`,
  `{"Response":{"RequestId":"${id}","RequestId":null}}`,
];

const deep = (): MalformedBody[] =>
  [100, 5000, 15_000].flatMap((depth) => [
    { name: `${depth} lists deep`, body: Buffer.from('['.repeat(depth) + ']'.repeat(depth)) },
    { name: `${depth} lists deep and open`, body: Buffer.from('['.repeat(depth)) },
    {
      name: `${depth} objects deep`,
      body: Buffer.from(`${'{"a":'.repeat(depth / 5)}0${'}'.repeat(depth / 5)}`),
    },
  ]);

function encodings(): MalformedBody[] {
  const utf16 = Buffer.from(success, 'utf16le');
  const broken = (...bytes: number[]) =>
    Buffer.concat([Buffer.from('{"Response":{"RequestId":"'), Buffer.from(bytes)]);
  return [
    { name: 'only a byte order mark', body: Buffer.from([0xef, 0xbb, 0xbf]) },
    { name: 'two byte order marks', body: Buffer.from(`\ufeff\ufeff${success}`) },
    { name: 'a byte order mark before null', body: Buffer.from('\ufeffnull') },
    { name: 'UTF-16 little endian', body: utf16 },
    {
      name: 'UTF-16 with its mark and charset',
      body: Buffer.from(`\ufeff${success}`, 'utf16le'),
      headers: charset('utf-16'),
    },
    { name: 'UTF-16 big endian', body: Buffer.from(utf16).swap16(), headers: charset('utf-16be') },
    { name: 'GBK text without an end', body: broken(0xc4, 0xe3, 0xba, 0xc3), headers: charset('gbk') },
    { name: 'a lone continuation byte', body: broken(0x80) },
    { name: 'an overlong quote', body: broken(0xc0, 0xa2, 0x7d, 0x7d) },
    { name: 'a surrogate in UTF-8', body: broken(0xed, 0xa0, 0x80) },
    { name: 'bytes of a PNG', body: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
    {
      name: 'gzip bytes without saying so',
      body: Buffer.from('1f8b080000000000000303000000000000000000', 'hex'),
    },
    { name: 'not gzip although it says so', body: Buffer.from(success), headers: ['Content-Encoding: gzip'] },
    { name: 'not brotli although it says so', body: Buffer.from(success), headers: ['Content-Encoding: br'] },
    {
      name: 'an unknown encoding',
      body: Buffer.from(success).reverse(),
      headers: ['Content-Encoding: x-reversed'],
    },
  ];
}

const charset = (name: string): string[] => [`Content-Type: application/json; charset=${name}`];

import type { Duplex } from 'node:stream';

const sentences: Record<string, readonly [status: string, text: string]> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'The cookies of this host name are too large (over 64 kB), mostly those of other apps on it. Delete the cookies of this site in the browser, then reload.\n此域名下的 Cookie 过大（超过 64 kB），多为同域名的其他应用所留。请在浏览器中删除此网站的 Cookie，然后刷新页面。',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: [
    '408 Request Timeout',
    'The request did not arrive whole in time. Try again.\n请求未能及时完整送达，请重试。',
  ],
};

/** Answers what Node could not read as a request: by itself it sends a bare status line, which tells a person nothing. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const [status, text] = sentences[error.code ?? ''] ?? [
    '400 Bad Request',
    'This is no request that can be read.',
  ];
  const body = Buffer.from(`${text}\n`, 'utf8');
  socket.end(
    Buffer.concat([
      Buffer.from(
        `HTTP/1.1 ${status}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${body.length}\r\n` +
          'X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n',
      ),
      body,
    ]),
  );
}

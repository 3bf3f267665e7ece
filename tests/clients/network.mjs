import net from 'node:net';

/** A network between a client and the server at an address, that can be cut. */
export async function network(t, url) {
  const open = new Set();
  const target = new URL(url);
  const server = net.createServer((near) => {
    const far = net.connect(Number(target.port), target.hostname);
    open.add(near);
    near.on('error', () => far.destroy()).on('close', () => far.destroy());
    far.on('error', () => near.destroy()).on('close', () => near.destroy());
    near.pipe(far).pipe(near);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const cut = () => open.forEach((socket) => socket.destroy());
  t.after(() => (cut(), server.close()));
  return { url: `${target.protocol}//127.0.0.1:${server.address().port}${target.pathname}`, cut };
}

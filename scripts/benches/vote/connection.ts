import { connect, type Socket } from 'node:net'

/** One kept-alive HTTP/1.1 connection that costs its owner next to nothing, so that it is the server that is measured. */
export interface Connection {
  /** Sends a JSON body and waits for the whole answer. */
  post(path: string, headers: Record<string, string>, body: string): Promise<{ status: number; body: string }>
  close(): void
}

export async function openConnection(port: number): Promise<Connection> {
  const socket = connect(port, '127.0.0.1')
  socket.setNoDelay(true)
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return {
    async post(path, headers, body) {
      const lines = [
        `POST ${path} HTTP/1.1`,
        `Host: localhost:${port}`,
        ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
        'Content-Type: application/json',
        `Content-Length: ${Buffer.byteLength(body)}`,
      ]
      socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
      return readAnswer(socket)
    },
    close: () => socket.destroy(),
  }
}

function readAnswer(socket: Socket): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    let text = ''
    const read = (chunk: Buffer) => {
      text += chunk.toString('latin1')
      const answer = wholeAnswer(text)
      if (!answer) return
      socket.off('data', read).off('close', fail)
      resolve(answer)
    }
    const fail = () => reject(new Error('the server hung up'))
    socket.on('data', read).once('close', fail)
  })
}

function wholeAnswer(text: string): { status: number; body: string } | null {
  const end = text.indexOf('\r\n\r\n')
  if (end < 0) return null
  const [head, rest] = [text.slice(0, end), text.slice(end + 4)]
  const status = Number(head.slice(9, 12))
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
  if (length !== undefined) return rest.length >= Number(length) ? { status, body: rest } : null
  return rest.endsWith('0\r\n\r\n') ? { status, body: rest.slice(rest.indexOf('\r\n') + 2, -7) } : null
}

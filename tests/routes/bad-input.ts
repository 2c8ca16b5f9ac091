import type { Row } from './role-matrix.ts'
import { bodyOf } from './row-body.ts'

type Fields = Record<string, string | readonly string[]>

export interface Wrong {
  /** What is wrong, such as 'title too long'. */
  what: string
  /** The field that is wrong, where it is one. */
  broken?: string
  /** What was typed into the fields, as far as a form that comes back can hold it. */
  whole: Record<string, string>
  body: () => Promise<BodyInit>
}

/** Longer than anything may be that people write, and shorter than what the edge lets through in one field. */
export const TOO_LONG = 'x'.repeat(60_000)
const NONSENSE = ['\0\u202e', 'NaN', '-1', '9'.repeat(30), '2026-02-30T25:61']

/** Every way in which this row's form can arrive broken. */
export function wrongForms(row: Row, fields: Record<string, string>): Wrong[] {
  const send = (changed: Fields) => () => bodyOf(row, changed)
  const names = Object.keys(fields)
  const without = (name: string) => Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name))
  return [
    { what: 'nothing', whole: {}, body: send({}) },
    { what: 'no form at all', whole: {}, body: async () => new Blob(['{"a":1}'], { type: 'application/json' }) },
    {
      what: 'a multipart form cut short',
      whole: {},
      body: async () => new Blob(['--x\r\nContent-'], { type: 'multipart/form-data; boundary=x' }),
    },
    ...names.flatMap((name) => {
      const whole = without(name)
      const nonsense = NONSENSE[name.length % NONSENSE.length] ?? ''
      return [
        { what: `${name} left out`, broken: name, whole, body: send(whole) },
        {
          what: `${name} too long`,
          broken: name,
          whole: { ...whole, [name]: TOO_LONG },
          body: send({ ...fields, [name]: TOO_LONG }),
        },
        { what: `${name} twice`, broken: name, whole, body: send({ ...fields, [name]: ['one', 'two'] }) },
        { what: `${name} as nonsense`, broken: name, whole, body: send({ ...fields, [name]: nonsense }) },
        { what: `${name} as a file`, broken: name, whole, body: () => withFile(fields, name) },
      ]
    }),
  ]
}

async function withFile(fields: Record<string, string>, name: string): Promise<FormData> {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) if (key !== name) form.append(key, value)
  form.append(name, new File(['not text'], 'field.bin'))
  return form
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { loadEditPage } from './edit-page.server.ts'
import { EditPage, editPageMeta } from './edit-page.tsx'

export function loader(args: LoaderFunctionArgs) {
  return loadEditPage(args)
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => editPageMeta(matches, data)

export default EditPage

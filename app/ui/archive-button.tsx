import { Form } from '@remix-run/react'
import { m } from '#app/i18n/paraglide/messages.js'
import { Button } from './button.tsx'
import { fileSize } from './file-size.ts'
import { Icon } from './icon.tsx'

/** Saves pictures as a ZIP. A download leaves the page where it is, so the button does not wait for the next one. */
export function ArchiveButton({ action, pictures, bytes }: { action: string; pictures: number; bytes: number }) {
  return (
    <Form method="post" action={action} reloadDocument className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <Button type="submit">
        <Icon name="download" /> {m.images_archive_button()}
      </Button>
      <p className="text-quiet text-sm tabular-nums">
        {m.images_archive_size({ count: pictures, size: fileSize(bytes) })}
      </p>
    </Form>
  )
}

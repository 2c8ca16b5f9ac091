import { m } from '#app/i18n/paraglide/messages.js'
import { Stamp } from '#app/ui/stamp.tsx'

export function StampsDiagram() {
  return (
    <div className="flex flex-col items-start gap-5 pl-2">
      <Stamp verdict="approve" />
      <Stamp verdict="approve-with-changes" />
      <Stamp verdict="veto" code={m.about_jury_code()} />
    </div>
  )
}

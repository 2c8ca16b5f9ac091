import { Icon, type IconName } from './icon.tsx'

export type FlashTone = 'info' | 'done' | 'amber' | 'danger'
export type Flash = { text: string; tone: FlashTone }

const ICONS: Record<FlashTone, IconName> = { info: 'info', done: 'check', amber: 'clock', danger: 'warning' }

/** Always in the document, so that readers announce what appears in it. */
export function FlashArea({ flash }: { flash: Flash | null }) {
  return (
    <div role="status">
      {flash && (
        <p className="gutter mx-auto flex max-w-wide animate-slide-in items-start gap-3 bg-ink py-3 text-paper text-sm">
          <Icon name={ICONS[flash.tone]} className="mt-0.5" />
          <span>{flash.text}</span>
        </p>
      )}
    </div>
  )
}

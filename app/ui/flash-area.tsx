import { Icon, type IconName } from './icon.tsx'

type Flash = { text: string; tone: 'info' | 'done' | 'danger' }

const ICONS: Record<Flash['tone'], IconName> = { info: 'info', done: 'check', danger: 'warning' }

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

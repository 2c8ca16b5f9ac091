import { m } from '#app/i18n/paraglide/messages.js'

/** The stages as stations on a line; the last one is the shelf. */
export function ProductionDiagram() {
  const stations = [
    m.about_made_agreement(),
    m.about_made_files(),
    m.about_made_prototype(),
    m.about_made_reservations(),
    m.about_made_go(),
    m.about_made_launched(),
  ]
  return (
    <ol className="border-ink border-l pl-5">
      {stations.map((station, index) => (
        <li key={station} className="relative py-1 text-sm">
          <span
            aria-hidden="true"
            className={`absolute top-3 -left-[1.6rem] size-2.5 rounded-[50%] border border-ink ${index === stations.length - 1 ? 'border-accent bg-accent' : 'bg-paper'}`}
          />
          {station}
        </li>
      ))}
    </ol>
  )
}

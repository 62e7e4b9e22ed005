type Props = { id: string; title: string; purpose?: React.ReactNode; children: React.ReactNode }

export function Section({ id, title, purpose, children }: Props) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-10">
      <h2 id={`${id}-title`} className="mb-3 text-lg font-medium">
        {title}
      </h2>
      {purpose && <p className="text-soft -mt-2 mb-4 max-w-prose">{purpose}</p>}
      {children}
    </section>
  )
}

type Props = { title: string; children?: React.ReactNode; action?: React.ReactNode }

export function PageTitle({ title, children, action }: Props) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <div>
        <h1 className="text-2xl font-semibold tracking-tight">{title}</h1>
        {children && <div className="text-soft mt-1 max-w-prose">{children}</div>}
      </div>
      {action}
    </div>
  )
}

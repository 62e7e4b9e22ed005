interface Props {
  title: string
  /** a chip beside it */
  mark?: React.ReactNode
  children?: React.ReactNode
  action?: React.ReactNode
}

export function PageTitle({ title, mark, children, action }: Props) {
  return (
    <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0 [overflow-wrap:anywhere]">
        <h1 className="flex flex-wrap items-center gap-2 text-2xl font-semibold tracking-tight">
          {title} {mark}
        </h1>
        {children && <div className="text-soft mt-1 max-w-prose">{children}</div>}
      </div>
      {action}
    </div>
  )
}

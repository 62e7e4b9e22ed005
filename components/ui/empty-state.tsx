type Props = { title: string; children: React.ReactNode; action?: React.ReactNode }

/** Teaches the one next action. */
export function EmptyState({ title, children, action }: Props) {
  return (
    <div className="border-line flex flex-col items-start gap-4 border-y py-12">
      <h2 className="text-lg font-medium">{title}</h2>
      <div className="text-soft max-w-prose">{children}</div>
      {action}
    </div>
  )
}

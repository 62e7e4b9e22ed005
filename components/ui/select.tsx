type Props = React.ComponentProps<'select'> & { id: string; label: string }

export function Select({ id, label, className, children, ...select }: Props) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-medium">
        {label}
      </label>
      <select
        id={id}
        className="bg-raised border-edge block min-h-11 w-full rounded-md border px-2 sm:min-h-10"
        {...select}
      >
        {children}
      </select>
    </div>
  )
}

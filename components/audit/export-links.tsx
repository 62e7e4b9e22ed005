import { Download } from 'lucide-react'
import { buttonStyle } from '@/components/ui/button'
import type { Filters } from './activity-filters'

/** Plain links: the file comes as it is written, however long it is. It holds what the filters show. */
export function ExportLinks({ path, filters }: { path: string; filters: Filters }) {
  const href = (format: string) => `${path}?${new URLSearchParams({ ...filters, format })}`
  return (
    <div className="flex flex-wrap gap-2">
      {['csv', 'json'].map((format) => (
        <a key={format} href={href(format)} className={buttonStyle({ size: 'sm' })}>
          <Download aria-hidden />
          Export {format.toUpperCase()}
        </a>
      ))}
    </div>
  )
}

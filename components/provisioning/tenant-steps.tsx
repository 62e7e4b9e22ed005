import type { TenantStepsView } from '@/lib/provisioning/tenants/view'
import { Steps } from './steps'

/** The steps of whatever was provisioned for a tenant. */
export function TenantSteps({ provisions }: { provisions: TenantStepsView['items'] }) {
  return provisions.map(({ clientId, startedBy, steps }) => (
    <div key={clientId} className="mt-4 first:mt-0">
      <p className="text-soft mb-2 text-sm [overflow-wrap:anywhere]">
        Provisioned by {startedBy} as <span className="pasted">{clientId}</span>
      </p>
      <Steps steps={steps} />
    </div>
  ))
}

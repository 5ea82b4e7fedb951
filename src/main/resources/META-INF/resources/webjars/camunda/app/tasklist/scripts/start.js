/* Shows "Start process" to those who can start one; approvers have nothing there. */
const QUERY = 'active=true&latest=true&startableInTasklist=true&startablePermissionCheck=true';

async function offer() {
  const engine = `${document.querySelector('base').getAttribute('engine-api')}engine/default`;
  const answer = await fetch(`${engine}/process-definition/count?${QUERY}`,
    {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  const {count} = answer.ok ? await answer.json() : {count: 0};
  document.body.classList.toggle('may-start', count > 0);
}

offer().catch(() => {});

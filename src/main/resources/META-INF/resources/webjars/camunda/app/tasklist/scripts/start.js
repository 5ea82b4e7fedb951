/* Shows "Start process" to those who can start one; approvers have nothing there. */
const QUERY = 'active=true&latest=true&startableInTasklist=true&startablePermissionCheck=true&maxResults=1';

/** Not by a count, which leaves permissions to start out of account. */
async function offer() {
  const engine = `${document.querySelector('base').getAttribute('engine-api')}engine/default`;
  const answer = await fetch(`${engine}/process-definition?${QUERY}`,
    {credentials: 'same-origin', headers: {Accept: 'application/json'}});
  const startable = answer.ok ? await answer.json() : [];
  document.body.classList.toggle('may-start', startable.length > 0);
}

offer().catch(() => {});

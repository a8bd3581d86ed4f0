import { userId } from '../identity.ts'
import type { Links } from '../links.ts'

/** OpenAPI `simple-user`. */
export function simpleUser(links: Links, login: string, type = login.endsWith('[bot]') ? 'Bot' : 'User') {
  const url = links.api(`/users/${encodeURIComponent(login)}`)
  const id = userId(login)
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: links.html(`/avatars/u/${id}`),
    gravatar_id: '',
    url,
    html_url: links.html(`/${encodeURIComponent(login)}`),
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  }
}

/** OpenAPI `public-user`. */
export function publicUser(links: Links, login: string) {
  return {
    ...simpleUser(links, login),
    name: login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2020-01-01T00:00:00Z',
  }
}

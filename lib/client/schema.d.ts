/* Made by `npm run openapi` from the operations themselves. */

export interface paths {
    "/admin/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the tenants you have access to now. */
        get: operations["support.list"];
        put?: never;
        /** Look into a tenant for an hour, for a reason that the tenant can read. */
        post: operations["support.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/access/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End your access to a tenant. */
        delete: operations["support.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the domains that wait for an administrator. */
        get: operations["domains.attention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Search what happened in all organisations: the last 30 days, unless a beginning is named. */
        get: operations["audit.search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export what happened in all organisations: the last 30 days, unless a beginning is named. */
        get: operations["audit.export_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what an organisation consisted of at a time. */
        get: operations["audit.report_for"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check the trails of all organisations, a page of organisations at a time. */
        get: operations["audit.verify_all"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List batches, newest first. */
        get: operations["batches.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/batches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how far a batch is. */
        get: operations["batches.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/batches/{id}/items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the items of a batch in their order, with what came of each. */
        get: operations["batches.items"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/batches/{id}/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop a batch: what waits is refused, and what is done stays. */
        post: operations["batches.stop"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/batches/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back the moves of a batch, as far as nothing came after them; answers the batch that does it. */
        post: operations["batches.undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/batches/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move up to 500 organisations to one workspace, as a batch. */
        post: operations["tenants.move_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/batches/provisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Provision up to 10,000 organisations from a CSV file, as a batch. */
        post: operations["tenants.provision_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/fleet/reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Compare a list of organisations with the fleet, and show both differences in one. */
        post: operations["fleet.reconcile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show how the installation is: attempts across organisations, the trail, queues, mail and domains. */
        get: operations["health.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/inboxes/open-many": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open up to 10,000 inboxes of any organisations from a CSV file or JSON lines, as a batch. */
        post: operations["inboxes.open_many"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys of the platform, newest first. */
        get: operations["keys.list_platform"];
        put?: never;
        /** Create a key of the platform, which acts across organisations; its secret is shown this once. */
        post: operations["keys.create_platform"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a key of the platform: the next call with it is refused.
         * @description **Every program of the platform that uses this key is cut off at once, in every organisation.**
         */
        delete: operations["keys.revoke_platform"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a key of the platform a new secret; the one in use keeps working for an overlap. */
        post: operations["keys.rotate_platform"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/mail/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look for mail across organisations by its recipient, its sender or both, or by its Message-ID, for a reason that they can read. */
        post: operations["messages.find"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/moves/{move}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take a move back while nothing came after it: the organisation returns to where it was. */
        post: operations["tenants.undo_move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/notifications/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try again to take in incoming mail whose notifications could not be processed. */
        post: operations["notifications.retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/provisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make an organisation with its domain and its people in one request, repeatable by a client id. */
        post: operations["tenants.provision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/provisions/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what is active of a provision, and whose move the rest is. */
        get: operations["tenants.show_provision"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the staff of the platform, newest first. */
        get: operations["staff.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/staff/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take somebody off the staff, and out of every tenant they look into.
         * @description **The person loses every desk of the platform at once.**
         */
        delete: operations["staff.remove"];
        options?: never;
        head?: never;
        /** Make somebody of the staff an admin, or support. */
        patch: operations["staff.set_role"];
        trace?: never;
    };
    "/admin/staff/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the open invitations onto the staff, newest first. */
        get: operations["staff.invites"];
        put?: never;
        /** Invite somebody onto the staff of the platform by e-mail. */
        post: operations["staff.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/staff/invites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an invitation onto the staff: its link stops working.
         * @description **The link that was mailed stops working at once.**
         */
        delete: operations["staff.revoke_invite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/staff/invites/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation onto the staff again, with a new link. */
        post: operations["staff.resend_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/stray": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List mail that came for nobody we know, newest first. */
        get: operations["stray.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/stray/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show mail that came for nobody we know: its headers and its text. */
        get: operations["stray.show"];
        put?: never;
        post?: never;
        /**
         * Delete mail that came for nobody we know.
         * @description **The message is gone for good, for whoever it was meant for as well.**
         */
        delete: operations["stray.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find tenants by name, slug or domain, plan, environment or workspace. */
        get: operations["tenants.search"];
        put?: never;
        /** Create an organisation, and invite its first owner. */
        post: operations["tenants.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tenants/{tenant}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show all about one organisation: plan, workspace, limits, use, domains and moves. */
        get: operations["tenants.inspect"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Give an organisation another name; its slug stays. */
        patch: operations["tenants.rename"];
        trace?: never;
    };
    "/admin/tenants/{tenant}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the moves of an organisation between workspaces, newest first. */
        get: operations["tenants.moves"];
        put?: never;
        /** Move an organisation to another workspace of its environment; it can be undone. */
        post: operations["tenants.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tenants/{tenant}/moves/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what a move to another workspace would change for an organisation, limit by limit. */
        get: operations["tenants.preview_move"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tenants/{tenant}/owner": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite the first owner of an organisation that has none; an earlier invitation is revoked. */
        post: operations["tenants.invite_owner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tenants/{tenant}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what another plan would change for an organisation, limit by limit. */
        get: operations["tenants.preview_plan"];
        /** Put an organisation on another plan; its limits follow at once. */
        put: operations["tenants.set_plan"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tenants/{tenant}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the steps of what was provisioned for an organisation, addresses masked. */
        get: operations["tenants.provision_steps"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/tenants/{tenant}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Suspend an organisation: its people and keys can read everything, and change nothing.
         * @description **Nobody in this organisation can send or change anything from the next act on.**
         */
        put: operations["tenants.suspend"];
        post?: never;
        /** End the suspension of an organisation. */
        delete: operations["tenants.reactivate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tenants by how close they are to their limits. */
        get: operations["usage.overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/usage/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Count the tenants, and those that are near a limit, at one, or suspended. */
        get: operations["usage.totals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the workspaces, and how many tenants each has. */
        get: operations["workspaces.list"];
        put?: never;
        /** Create a workspace. Its slug and its environment are for good; its policy begins as the plans’. */
        post: operations["workspaces.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/workspaces/{workspace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a workspace with its patterns and its policy. */
        get: operations["workspaces.show"];
        put?: never;
        post?: never;
        /**
         * Delete a workspace that never had a tenant.
         * @description **The workspace is gone for good, with its patterns, its policy and the history of it.**
         */
        delete: operations["workspaces.delete"];
        options?: never;
        head?: never;
        /** Change the name, the description or the patterns of a workspace. */
        patch: operations["workspaces.edit"];
        trace?: never;
    };
    "/admin/workspaces/{workspace}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archive a workspace that has no tenants: none can be put into it, and its patterns bring none. */
        post: operations["workspaces.archive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/workspaces/{workspace}/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Set fields of a workspace’s policy: they hold for the very next act of its tenants. */
        put: operations["workspaces.set_policy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/workspaces/{workspace}/policy/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show who changed a workspace’s policy, when, and what was so before and after. */
        get: operations["workspaces.policy_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/workspaces/{workspace}/policy/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show what a policy would bring: whom it touches, who is above it already, and what the last seven days would have been. */
        post: operations["workspaces.preview_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/workspaces/{workspace}/policy/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put the values of an earlier version of a workspace’s policy back, as a new version. */
        post: operations["workspaces.restore_policy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/workspaces/{workspace}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring an archived workspace back, with its patterns and its policy. */
        post: operations["workspaces.restore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/workspaces/{workspace}/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what tonight’s retention deletes in a workspace, and what it would with other days. */
        get: operations["retention.preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List what happened in this organisation, newest first. */
        get: operations["audit.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one event of the activity with what was so before and after. */
        get: operations["audit.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Export what happened in this organisation, newest first, as CSV or JSON. */
        get: operations["audit.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what this organisation consisted of at a time: accounts, domains, inboxes, grants and what its workspace prescribed. */
        get: operations["audit.report"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Check that no event of this organisation was changed, removed or put in later. */
        get: operations["audit.verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the domains of this organisation, newest first. */
        get: operations["domains.list"];
        put?: never;
        /** Add a domain and get the DNS records to publish for it. */
        post: operations["domains.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{domainId}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send a test message of a domain to your own address. */
        post: operations["sending.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a domain with its records, their verdicts and what happens next. */
        get: operations["domains.show"];
        put?: never;
        post?: never;
        /**
         * Delete a domain: mail no longer leaves or arrives under its name.
         * @description **Its signing keys, settings and history are destroyed, and mail under its name stops at once. Inboxes on it stay readable, and take no mail until they are moved to another domain.**
         */
        delete: operations["domains.delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Look at the records of a domain now; starts the search again when it had stopped. */
        post: operations["domains.check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{id}/sends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the messages that left for a domain, newest first. */
        get: operations["sending.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/domains/{id}/watch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say that somebody is looking, so that checks come every second or two for a while. */
        post: operations["domains.watch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the grants of this organisation, or of one inbox, newest first. */
        get: operations["grants.list"];
        put?: never;
        /** Create another grant on an inbox, to be suspended and revoked by itself. */
        post: operations["grants.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show a grant with how many of its tokens are valid. */
        get: operations["grants.show"];
        put?: never;
        post?: never;
        /**
         * Revoke a grant for good: every token of it is dead at once.
         * @description **Every token of it is dead at once, and it never mints another.**
         */
        delete: operations["grants.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants/{id}/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End every token of a grant and begin it anew; the grant itself stays.
         * @description **Every token of it is dead at once; its program mints a new one.**
         */
        post: operations["grants.renew"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let a suspended grant mint tokens again; those from before stay dead. */
        post: operations["grants.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a grant: every token of it is dead at once, and none is minted.
         * @description **Every token of it is dead at once, also after it is resumed.**
         */
        post: operations["grants.suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/grants/{id}/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mint a token for one inbox, for an hour at most; it is shown this once. */
        post: operations["grants.token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inboxes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the inboxes of this organisation with what is unread in them, newest first. */
        get: operations["inboxes.list"];
        put?: never;
        /** Open an inbox and get its address with the grant to act on it. */
        post: operations["inboxes.open"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inboxes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an inbox with its addresses, whether mail comes in, and what is unread. */
        get: operations["inboxes.show"];
        put?: never;
        post?: never;
        /**
         * Close an inbox for good: it takes no more mail, and its address is free again.
         * @description **It takes no more mail and cannot be opened again, and its grants are revoked. Its mail can be read until it is as old as mail is kept.**
         */
        delete: operations["inboxes.close"];
        options?: never;
        head?: never;
        /** Give an inbox another name; its address stays. */
        patch: operations["inboxes.rename"];
        trace?: never;
    };
    "/inboxes/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an inbox another address; its mail and grants stay, and the address before goes on arriving. */
        post: operations["inboxes.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inboxes/{id}/protocol-access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let mail programs into an inbox, or keep them out. */
        post: operations["inboxes.set_protocol_access"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inboxes/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let mail into a suspended inbox again, with what waited in quarantine; its grants mint new tokens. */
        post: operations["inboxes.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/inboxes/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend an inbox: its mail waits until it is resumed, and all its tokens end.
         * @description **No mail comes in until it is resumed: senders’ servers are told to try again, for some days, and what the mail network had accepted waits in quarantine. Every token of its grants is dead at once.**
         */
        post: operations["inboxes.suspend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the open invitations into this organisation, newest first. */
        get: operations["members.invites"];
        put?: never;
        /** Invite somebody into this organisation by e-mail. */
        post: operations["members.invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invites/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an invitation: its link stops working.
         * @description **The link that was mailed stops working at once.**
         */
        delete: operations["members.revoke_invite"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invites/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an invitation again, with a new link; the older link stops working. */
        post: operations["members.resend_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the API keys of this organisation, newest first. */
        get: operations["keys.list"];
        put?: never;
        /** Create an API key with scopes; its secret is shown this once. */
        post: operations["keys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show an API key: its scopes, its state and when it was last used. */
        get: operations["keys.show"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key: the next call with it is refused.
         * @description **Every program that uses this key is cut off at once, and it cannot be brought back.**
         */
        delete: operations["keys.revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/{id}/end-old": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the older secret of an API key that was rotated, before its overlap is over.
         * @description **Every program that still uses the older secret is cut off at once.**
         */
        post: operations["keys.end_old"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give an API key a new secret; the one in use keeps working for an overlap. */
        post: operations["keys.rotate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show who you are and the organisations you are in. */
        get: operations["people.me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change your name. */
        patch: operations["people.rename"];
        trace?: never;
    };
    "/me/connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the sign-ins of other providers that you connected. */
        get: operations["people.connections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/connections/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take away a connected sign-in of another provider.
         * @description **That account does not sign you in any more; a link by e-mail still does.**
         */
        delete: operations["people.disconnect"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List where you are signed in, newest first. */
        get: operations["sessions.list"];
        put?: never;
        post?: never;
        /**
         * Sign out everywhere, here as well.
         * @description **Every browser and command line that you are signed in with is signed out at once, this one as well.**
         */
        delete: operations["sessions.end_all"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Sign out of one place where you are signed in.
         * @description **Whoever uses that browser or command line is signed out at once.**
         */
        delete: operations["sessions.end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the people of this organisation, newest first. */
        get: operations["members.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove somebody from this organisation.
         * @description **The person loses access to this organisation at once.**
         */
        delete: operations["members.remove"];
        options?: never;
        head?: never;
        /** Make somebody an owner, or a member. */
        patch: operations["members.set_role"];
        trace?: never;
    };
    "/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List or search the messages of an inbox, or of all inboxes within reach, newest first. A page of a search may be empty and have a nextCursor: then older messages are still to be looked at. */
        get: operations["messages.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show one message: who it is from, what it says, what is attached, and why it is where it is. */
        get: operations["messages.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/attachments/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download one attachment of a message, by its place in the list, counted from 0. */
        get: operations["messages.attachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/headers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show the headers of a message, in the order in which they stand. */
        get: operations["messages.headers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/raw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Download a message byte for byte as it came. */
        get: operations["messages.raw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/thread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the conversation that a message belongs to, within its inbox, oldest first: of a long one, what stands around it. */
        get: operations["messages.thread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/unmask": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show the codes and links of a message to yourself, for as long as your access lasts; the organisation sees that you did. */
        post: operations["messages.unmask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/delete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Delete messages that lie in trash, spam or quarantine, for good.
         * @description **These messages and what is attached to them are gone for good.**
         */
        post: operations["messages.delete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/mark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mark messages as read or unread. */
        post: operations["messages.mark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Move messages to the inbox, to spam or to trash; out of quarantine, this releases them. */
        post: operations["messages.move"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show for how long mail is kept here, and what tonight deletes. */
        get: operations["retention.mine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show this organisation and the workspace it belongs to. */
        get: operations["tenants.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Show what this organisation has used of each of its limits, and what the next plan would give. */
        get: operations["usage.show"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Error: {
            error: {
                code: components["schemas"]["ErrorCode"];
                /** @description What happened, then the next step: for people. */
                message: string;
                /** @description What is wrong with which field of the input; empty when it is about none. */
                fields: {
                    [key: string]: string;
                };
                /** Format: uuid */
                request_id: string;
                next_step: string;
            };
        };
        /**
         * @description - `not_signed_in` (401): You are signed out.
         *     - `forbidden` (403): Your role does not allow this.
         *     - `not_found` (404): There is nothing here under this address.
         *     - `invalid_input` (422): Something in the form needs another look.
         *     - `too_many_requests` (429): That was too often in a short time.
         *     - `conflict` (409): This changed while you were looking.
         *     - `unavailable` (503): We could not finish this right now.
         *     - `internal` (500): Something failed on our side.
         *     - `tenant_required` (400): This call acts in an organisation, and none was named.
         *     - `no_such_route` (404): There is no such call in this API.
         *     - `method_not_allowed` (405): This address has no call with that method.
         *     - `body_malformed` (400): The body is not JSON.
         *     - `body_too_large` (413): The body is larger than this API takes.
         *     - `scope_missing` (403): This key does not have the scope for that.
         *     - `key_bound` (403): What this call was sent with is bound to one domain or one inbox, and this call is about something else.
         *     - `idempotency_key_invalid` (400): An Idempotency-Key has 8 to 200 printable ASCII characters.
         *     - `idempotency_mismatch` (422): This Idempotency-Key was used for another call.
         *     - `idempotency_in_progress` (409): The first call with this Idempotency-Key is still under way.
         *     - `idempotency_unknown` (409): The first call with this Idempotency-Key did not come to its end.
         *     - `link_invalid` (410): This link was used before, or is too old.
         *     - `provider_not_connected` (403): This account is not connected to anybody here.
         *     - `provider_unverified` (403): The provider has not confirmed the e-mail address of this account.
         *     - `provider_taken` (409): This account is connected to somebody else here.
         *     - `provider_failed` (502): The sign-in at the provider did not come to its end.
         *     - `email_malformed` (422): This is not an e-mail address.
         *     - `invite_exists` (409): An invitation for this address is open already.
         *     - `member_exists` (409): This person is a member already.
         *     - `invite_limit` (409): There are too many open invitations.
         *     - `invite_other_person` (403): This invitation is for another e-mail address than the one you are signed in with.
         *     - `last_owner` (409): An organisation keeps at least one owner.
         *     - `last_admin` (409): The platform keeps at least one admin.
         *     - `tenant_exists` (409): This slug is taken.
         *     - `tenant_suspended` (403): This organisation is suspended: everything can be read, and nothing changed.
         *     - `limit_reached` (409): Your organisation has as many as it may have.
         *     - `quota_spent` (429): Your organisation has used all it may in this time.
         *     - `workspace_exists` (409): A workspace of this slug exists.
         *     - `workspace_is_default` (409): This is the default workspace of its environment: tenants land in it when nothing else says where.
         *     - `workspace_in_use` (409): This workspace still has tenants.
         *     - `workspace_archived` (409): This workspace is archived: no tenant can be put into it.
         *     - `workspace_unknown` (422): There is no workspace of this slug.
         *     - `environment_differs` (409): Environments never mix: this workspace is of another environment than the tenant.
         *     - `pattern_malformed` (422): This is no pattern of names.
         *     - `pattern_taken` (409): Another workspace of this environment has this pattern.
         *     - `limit_above_ceiling` (422): This value is above the ceiling of the product.
         *     - `policy_conflict` (409): Somebody else edited this policy while you were looking at it.
         *     - `move_overtaken` (409): This tenant was moved again since, or the move was undone.
         *     - `local_part_malformed` (422): This is no part before an @ that every mail program takes.
         *     - `provision_mismatch` (409): This client id was used to provision something else.
         *     - `batch_stopped` (409): The batch was stopped before this was begun.
         *     - `starter_gone` (403): Whoever started this is no admin any more.
         *     - `file_malformed` (422): Some lines of the file need another look, so none of them was taken.
         *     - `slug_malformed` (422): A slug has 2 to 40 lower-case letters, digits and single hyphens.
         *     - `key_limit` (409): You have reached the number of keys.
         *     - `key_revoked` (409): This key is revoked or has expired.
         *     - `key_rotating` (409): This key has two valid secrets already.
         *     - `scope_unknown` (422): A key cannot have such a scope.
         *     - `device_pending` (409): Nobody has said yes in the browser so far.
         *     - `device_denied` (403): The sign-in was declined in the browser.
         *     - `domain_empty` (422): Enter a domain, such as mail.example.com.
         *     - `domain_too_long` (422): This name is longer than DNS allows: 253 characters in all, 63 between two dots.
         *     - `domain_is_address` (422): This is an e-mail address.
         *     - `domain_is_url` (422): This is a web address.
         *     - `domain_malformed` (422): This is not a domain name.
         *     - `domain_public_suffix` (422): This name is shared by many owners.
         *     - `domain_special_use` (422): This name is reserved and cannot be used on the internet.
         *     - `domain_is_platform` (422): This name belongs to the platform.
         *     - `domain_exists` (409): You have already added this domain.
         *     - `domain_deleting` (409): This domain is still being deleted.
         *     - `inbox_exists` (409): An inbox has this address already.
         *     - `inbox_domain_unknown` (422): Your organisation has no such domain.
         *     - `inbox_domain_required` (422): This installation has no domain of its own for addresses.
         *     - `inbox_mismatch` (409): This client id was used to open another inbox.
         *     - `inbox_closed` (409): This inbox is closed.
         *     - `inbox_suspended` (409): This inbox is suspended.
         *     - `inbox_of_role` (409): The addresses postmaster@ and abuse@ stay as they are for as long as their domain receives.
         *     - `inbox_shared` (409): On its plan your organisation has one inbox of a shared address.
         *     - `protocols_held` (403): In this workspace, only owners switch protocol access.
         *     - `grant_revoked` (409): This grant is revoked.
         *     - `grant_suspended` (409): This grant is suspended.
         *     - `grant_limit` (409): An inbox has at most 50 grants that stand.
         *     - `token_limit` (409): A grant has at most 200 tokens that are valid.
         *     - `test_recipient_missing` (409): Your account has no address to send a test message to.
         *     - `sender_blocked` (409): There is no path for this message yet: your domain is not ready and the shared path is not either.
         *     - `send_refused` (502): The mail network refused this message.
         *     - `send_unconfirmed` (504): The mail network did not answer.
         *     - `message_masked` (403): Files and the raw message are kept from you until you ask for codes and links.
         *     - `message_in_use` (409): Only what lies in trash, spam or quarantine can be deleted for good.
         *     - `message_unreadable` (503): The stored message could not be read.
         * @enum {string}
         */
        ErrorCode: "not_signed_in" | "forbidden" | "not_found" | "invalid_input" | "too_many_requests" | "conflict" | "unavailable" | "internal" | "tenant_required" | "no_such_route" | "method_not_allowed" | "body_malformed" | "body_too_large" | "scope_missing" | "key_bound" | "idempotency_key_invalid" | "idempotency_mismatch" | "idempotency_in_progress" | "idempotency_unknown" | "link_invalid" | "provider_not_connected" | "provider_unverified" | "provider_taken" | "provider_failed" | "email_malformed" | "invite_exists" | "member_exists" | "invite_limit" | "invite_other_person" | "last_owner" | "last_admin" | "tenant_exists" | "tenant_suspended" | "limit_reached" | "quota_spent" | "workspace_exists" | "workspace_is_default" | "workspace_in_use" | "workspace_archived" | "workspace_unknown" | "environment_differs" | "pattern_malformed" | "pattern_taken" | "limit_above_ceiling" | "policy_conflict" | "move_overtaken" | "local_part_malformed" | "provision_mismatch" | "batch_stopped" | "starter_gone" | "file_malformed" | "slug_malformed" | "key_limit" | "key_revoked" | "key_rotating" | "scope_unknown" | "device_pending" | "device_denied" | "domain_empty" | "domain_too_long" | "domain_is_address" | "domain_is_url" | "domain_malformed" | "domain_public_suffix" | "domain_special_use" | "domain_is_platform" | "domain_exists" | "domain_deleting" | "inbox_exists" | "inbox_domain_unknown" | "inbox_domain_required" | "inbox_mismatch" | "inbox_closed" | "inbox_suspended" | "inbox_of_role" | "inbox_shared" | "protocols_held" | "grant_revoked" | "grant_suspended" | "grant_limit" | "token_limit" | "test_recipient_missing" | "sender_blocked" | "send_refused" | "send_unconfirmed" | "message_masked" | "message_in_use" | "message_unreadable";
        SupportListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                tenant: {
                    slug: string;
                    name: string;
                };
                reason: string;
                /** Format: date-time */
                openedAt: string;
                /** Format: date-time */
                expiresAt: string;
            }[];
        };
        SupportOpenInput: {
            tenant: string;
            reason: string;
        };
        SupportOpenOutput: {
            /** Format: uuid */
            id: string;
            tenant: {
                slug: string;
                name: string;
            };
            reason: string;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            expiresAt: string;
        };
        SupportEndOutput: {
            /** Format: uuid */
            id: string;
        };
        DomainsAttentionOutput: {
            items: {
                /** Format: uuid */
                domainId: string;
                name: string;
                tenant: {
                    slug: string;
                    name: string;
                    /** @enum {string} */
                    environment: "production" | "staging" | "development";
                };
                /** @enum {string} */
                kind: "provisioning" | "contested";
                problem: string;
                detail: string | null;
                /** Format: date-time */
                since: string;
            }[];
        };
        AuditSearchOutput: {
            items: {
                /** Format: uuid */
                id: string;
                actor: string;
                actorKind: string;
                door: string;
                credentialKind: string | null;
                reason: string | null;
                action: string;
                subject: string;
                result: string;
                text: string;
                /** Format: date-time */
                at: string;
                address: string | null;
                tenant: {
                    slug: string;
                    name: string;
                    /** @enum {string} */
                    environment: "production" | "staging" | "development";
                };
            }[];
            nextCursor: string | null;
        };
        AuditReportForOutput: {
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            madeAt: string;
            tenant: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
            };
            workspace: {
                /** Format: uuid */
                id: string;
                name: string | null;
                environment: string | null;
                policy: {
                    [key: string]: unknown;
                };
            };
            accounts: {
                /** Format: uuid */
                userId: string;
                email: string | null;
                role: string;
            }[];
            domains: {
                /** Format: uuid */
                id: string;
                name: string;
                state: string;
                receiving: string;
            }[];
            inboxes: {
                /** Format: uuid */
                id: string;
                address: string;
                kind: string;
                suspended: boolean;
                protocolAccess: boolean;
            }[];
            grants: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                inboxId: string;
                name: string;
                suspended: boolean;
            }[];
        };
        AuditVerifyAllOutput: {
            items: {
                tenant: string;
                ok: boolean;
                seals: number;
                events: number;
                unsealed: number;
                oldestUnsealedAt: string | null;
                head: string | null;
                sealedAt: string | null;
                firstFault: {
                    seq: number;
                    /** @enum {string} */
                    kind: "altered" | "missing" | "added" | "seal_missing" | "seal_altered";
                    at: string | null;
                    what: string;
                } | null;
                slug: string;
                /** @enum {string} */
                environment: "production" | "staging" | "development";
            }[];
            nextCursor: string | null;
            ok: boolean;
        };
        BatchesListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "move" | "provision" | "undo" | "open_inboxes";
                label: string;
                clientId: string | null;
                startedBy: string;
                total: number;
                done: number;
                refused: number;
                /** Format: date-time */
                createdAt: string;
                finishedAt: string | null;
                stopped: string | null;
                canUndo: boolean;
            }[];
            nextCursor: string | null;
        };
        BatchesShowOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "move" | "provision" | "undo" | "open_inboxes";
            label: string;
            clientId: string | null;
            startedBy: string;
            total: number;
            done: number;
            refused: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            stopped: string | null;
            canUndo: boolean;
        };
        BatchesItemsOutput: {
            items: {
                /** Format: uuid */
                id: string;
                number: number;
                label: string;
                /** @enum {string} */
                state: "waiting" | "done" | "refused";
                tenant: string | null;
                problem: string | null;
                code: string | null;
                inbox: {
                    /** Format: uuid */
                    id: string;
                    address: string;
                    grantId: string | null;
                } | null;
            }[];
            nextCursor: string | null;
        };
        BatchesStopOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "move" | "provision" | "undo" | "open_inboxes";
            label: string;
            clientId: string | null;
            startedBy: string;
            total: number;
            done: number;
            refused: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            stopped: string | null;
            canUndo: boolean;
        };
        BatchesUndoOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "move" | "provision" | "undo" | "open_inboxes";
            label: string;
            clientId: string | null;
            startedBy: string;
            total: number;
            done: number;
            refused: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            stopped: string | null;
            canUndo: boolean;
        };
        TenantsMoveManyInput: {
            workspace: string;
            tenants: string[];
        };
        TenantsMoveManyOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "move" | "provision" | "undo" | "open_inboxes";
            label: string;
            clientId: string | null;
            startedBy: string;
            total: number;
            done: number;
            refused: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            stopped: string | null;
            canUndo: boolean;
        };
        TenantsProvisionManyInput: {
            clientId: string;
            /** @description client_id,slug,name,plan,workspace,environment,domain,owner_email; the first three are needed */
            file: string;
        };
        TenantsProvisionManyOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "move" | "provision" | "undo" | "open_inboxes";
            label: string;
            clientId: string | null;
            startedBy: string;
            total: number;
            done: number;
            refused: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            stopped: string | null;
            canUndo: boolean;
        };
        FleetReconcileInput: {
            /** @description CSV with a header, a JSON array, or a JSON object a line, of 100,000 lines at most: tenant (slug, id, or the client id it was provisioned with) is needed; plan, workspace, inbox and domain are compared where there is such a column */
            file: string;
            /** @description what the list calls these columns, where it has other names for them */
            columns?: {
                tenant?: string;
                plan?: string;
                workspace?: string;
                inbox?: string;
                domain?: string;
            };
            /** @description from nextCursor: what comes then, the same list being sent again */
            cursor?: string;
            /**
             * @description how many of each part are told at once
             * @default 1000
             */
            limit: number;
        };
        FleetReconcileOutput: {
            listed: number;
            standing: number;
            compared: ("plan" | "workspace" | "inbox" | "domain")[];
            passedOver: string[];
            onlyInList: {
                total: number;
                items: {
                    line: number;
                    tenant: string;
                }[];
            };
            onlyInFleet: {
                total: number;
                items: {
                    tenant: string;
                    name: string;
                    plan: string;
                    workspace: string;
                }[];
            };
            differing: {
                total: number;
                items: {
                    tenant: string;
                    /** @enum {string} */
                    field: "plan" | "workspace" | "inbox" | "domain";
                    line: number | null;
                    list: string | null;
                    fleet: string | null;
                }[];
            };
            nextCursor: string | null;
        };
        HealthShowOutput: {
            database: {
                version: string;
                /** Format: date-time */
                time: string;
            };
            attempts: {
                count: number;
                newest: {
                    /** Format: uuid */
                    id: string;
                    actor: string;
                    actorKind: string;
                    from: string | null;
                    target: string;
                    operation: string;
                    door: string;
                    address: string | null;
                    /** Format: date-time */
                    at: string;
                }[];
            };
            trail: {
                unsealed: number;
                oldestUnsealedAt: string | null;
            };
            queues: {
                name: string;
                waiting: number;
                active: number;
                failed: number;
                oldestWaitingAt: string | null;
            }[];
            mails: {
                waiting: number;
                failed: number;
            };
            incoming: {
                stray: number;
                unprocessed: number;
                removals: number;
                oldestRemovalAt: string | null;
            };
            network: {
                topics: {
                    topic: string;
                    confirmedAt: string | null;
                    lastAt: string | null;
                }[];
                refused: number;
                failing: number;
                failingSince: string | null;
                problem: string | null;
            };
            kept: {
                held: {
                    tenants: number;
                    messages: number;
                    bytes: number;
                    bytesEach: number;
                    messagesEach: number;
                    fullest: number;
                    unkept: number;
                };
                stray: {
                    messages: number;
                    bytes: number;
                    mostBytes: number;
                    mostMessages: number;
                    unkept: number;
                };
            };
            counters: {
                corrected: number;
            };
            domains: number;
        };
        InboxesOpenManyInput: {
            clientId: string;
            /** @description client_id,tenant,local_part,domain,name; the first two are needed */
            file: string;
        };
        InboxesOpenManyOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "move" | "provision" | "undo" | "open_inboxes";
            label: string;
            clientId: string | null;
            startedBy: string;
            total: number;
            done: number;
            refused: number;
            /** Format: date-time */
            createdAt: string;
            finishedAt: string | null;
            stopped: string | null;
            canUndo: boolean;
        };
        KeysCreatePlatformInput: {
            /** @description what uses it, such as deploy script */
            name: string;
            /** @description what it may do: permissions such as domains.read */
            scopes: string[];
            /** @description days until it expires; without them it does not */
            expiresInDays?: number | null;
        };
        KeysCreatePlatformOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "live" | "expired" | "revoked";
            secrets: {
                hint: string;
                expiresAt: string | null;
            }[];
            scopes: string[];
            domain: {
                /** Format: uuid */
                id: string;
                name: string | null;
            } | null;
            inbox: {
                /** Format: uuid */
                id: string;
                address: string | null;
            } | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            lastUsedAt: string | null;
            lastUsedFrom: string | null;
            secret: string | null;
        };
        KeysListPlatformOutput: {
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                state: "live" | "expired" | "revoked";
                secrets: {
                    hint: string;
                    expiresAt: string | null;
                }[];
                scopes: string[];
                domain: {
                    /** Format: uuid */
                    id: string;
                    name: string | null;
                } | null;
                inbox: {
                    /** Format: uuid */
                    id: string;
                    address: string | null;
                } | null;
                createdBy: string;
                /** Format: date-time */
                createdAt: string;
                expiresAt: string | null;
                revokedAt: string | null;
                lastUsedAt: string | null;
                lastUsedFrom: string | null;
            }[];
            nextCursor: string | null;
        };
        KeysRevokePlatformOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "live" | "expired" | "revoked";
            secrets: {
                hint: string;
                expiresAt: string | null;
            }[];
            scopes: string[];
            domain: {
                /** Format: uuid */
                id: string;
                name: string | null;
            } | null;
            inbox: {
                /** Format: uuid */
                id: string;
                address: string | null;
            } | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            lastUsedAt: string | null;
            lastUsedFrom: string | null;
        };
        KeysRotatePlatformInput: {
            /**
             * @description hours for which the secret in use keeps working, 24 unless said
             * @default 24
             */
            overlapHours: number;
        };
        KeysRotatePlatformOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "live" | "expired" | "revoked";
            secrets: {
                hint: string;
                expiresAt: string | null;
            }[];
            scopes: string[];
            domain: {
                /** Format: uuid */
                id: string;
                name: string | null;
            } | null;
            inbox: {
                /** Format: uuid */
                id: string;
                address: string | null;
            } | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            lastUsedAt: string | null;
            lastUsedFrom: string | null;
            secret: string | null;
        };
        MessagesFindInput: {
            reason: string;
            recipient?: string;
            sender?: string;
            messageId?: string;
            /** @default 30 */
            days: number;
            /**
             * Format: date-time
             * @description only what is older: `older` of the page before
             */
            before?: string;
        };
        MessagesFindOutput: {
            items: {
                /** @enum {string} */
                kind: "stored" | "refused" | "dropped" | "stray";
                /** Format: date-time */
                at: string;
                tenant: {
                    slug: string;
                    name: string;
                    /** @enum {string} */
                    kind: "customer" | "platform";
                } | null;
                inbox: {
                    /** Format: uuid */
                    id: string;
                    address: string;
                } | null;
                id: string | null;
                folder: ("inbox" | "spam" | "quarantine" | "trash") | null;
                from: string;
                recipient: string;
                subject: string | null;
                says: string[];
            }[];
            older: string | null;
        };
        TenantsUndoMoveOutput: {
            /** Format: uuid */
            id: string;
            from: {
                slug: string;
                name: string;
                /** @enum {string} */
                assignment: "fallback" | "pattern" | "explicit";
            };
            to: {
                slug: string;
                name: string;
                /** @enum {string} */
                assignment: "fallback" | "pattern" | "explicit";
            };
            movedBy: string;
            /** Format: date-time */
            movedAt: string;
            undoneAt: string | null;
            undoable: boolean;
        };
        NotificationsRetryOutput: {
            started: number;
            more: boolean;
        };
        TenantsProvisionInput: {
            clientId: string;
            slug: string;
            name: string;
            workspace?: string;
            /**
             * @default production
             * @enum {string}
             */
            environment: "production" | "staging" | "development";
            /**
             * @default free
             * @enum {string}
             */
            plan: "free" | "pro" | "enterprise";
            domain?: string;
            inbox?: string;
            /** @default [] */
            inboxes: {
                localPart: string;
                domain?: string;
            }[];
            /** @default [] */
            invite: {
                email: string;
                /**
                 * @default member
                 * @enum {string}
                 */
                role: "owner" | "member";
                /**
                 * @default now
                 * @enum {string}
                 */
                when: "now" | "domain_ready";
            }[];
        };
        TenantsProvisionOutput: {
            clientId: string;
            tenant: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
                /** @enum {string} */
                kind: "customer" | "platform";
                /** @enum {string} */
                plan: "free" | "pro" | "enterprise";
                workspace: {
                    slug: string;
                    name: string;
                    /** @enum {string} */
                    environment: "production" | "staging" | "development";
                };
                suspension: {
                    /** Format: date-time */
                    since: string;
                    reason: string;
                } | null;
                /** Format: date-time */
                createdAt: string;
            };
            trialAddress: string | null;
            inbox: {
                /** Format: uuid */
                id: string;
                address: string;
                grantId: string | null;
            } | null;
            inboxes: {
                /** Format: uuid */
                id: string;
                address: string;
                grantId: string | null;
            }[];
            domain: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                state: "provisioning" | "pending" | "verifying" | "ready" | "degraded" | "failed" | "deleting";
            } | null;
            invites: {
                email: string;
                /** @enum {string} */
                role: "owner" | "member";
                /** @enum {string} */
                state: "waiting" | "open" | "accepted" | "revoked" | "expired" | "failed";
            }[];
            steps: {
                /** @enum {string} */
                kind: "domain" | "invite" | "inbox";
                what: string;
                /** @enum {string} */
                state: "waiting" | "done" | "failed";
                waitsFor: string | null;
                problem: string | null;
                code: string | null;
                at: string | null;
            }[];
            next: string[];
        };
        TenantsShowProvisionOutput: {
            clientId: string;
            tenant: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
                /** @enum {string} */
                kind: "customer" | "platform";
                /** @enum {string} */
                plan: "free" | "pro" | "enterprise";
                workspace: {
                    slug: string;
                    name: string;
                    /** @enum {string} */
                    environment: "production" | "staging" | "development";
                };
                suspension: {
                    /** Format: date-time */
                    since: string;
                    reason: string;
                } | null;
                /** Format: date-time */
                createdAt: string;
            };
            trialAddress: string | null;
            inbox: {
                /** Format: uuid */
                id: string;
                address: string;
                grantId: string | null;
            } | null;
            inboxes: {
                /** Format: uuid */
                id: string;
                address: string;
                grantId: string | null;
            }[];
            domain: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                state: "provisioning" | "pending" | "verifying" | "ready" | "degraded" | "failed" | "deleting";
            } | null;
            invites: {
                email: string;
                /** @enum {string} */
                role: "owner" | "member";
                /** @enum {string} */
                state: "waiting" | "open" | "accepted" | "revoked" | "expired" | "failed";
            }[];
            steps: {
                /** @enum {string} */
                kind: "domain" | "invite" | "inbox";
                what: string;
                /** @enum {string} */
                state: "waiting" | "done" | "failed";
                waitsFor: string | null;
                problem: string | null;
                code: string | null;
                at: string | null;
            }[];
            next: string[];
        };
        StaffListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                /** @enum {string} */
                role: "support" | "admin";
                /** Format: date-time */
                since: string;
            }[];
            nextCursor: string | null;
        };
        StaffRemoveOutput: {
            /** Format: uuid */
            id: string;
        };
        StaffSetRoleInput: {
            /** @enum {string} */
            role: "support" | "admin";
        };
        StaffSetRoleOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "support" | "admin";
            /** Format: date-time */
            since: string;
        };
        StaffInviteInput: {
            email: string;
            /** @enum {string} */
            role: "support" | "admin";
        };
        StaffInviteOutput: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "member" | "support" | "admin";
            invitedBy: string;
            /** Format: date-time */
            sentAt: string;
            /** Format: date-time */
            expiresAt: string;
            expired: boolean;
        };
        StaffInvitesOutput: {
            items: {
                /** Format: uuid */
                id: string;
                email: string;
                /** @enum {string} */
                role: "owner" | "member" | "support" | "admin";
                invitedBy: string;
                /** Format: date-time */
                sentAt: string;
                /** Format: date-time */
                expiresAt: string;
                expired: boolean;
            }[];
            nextCursor: string | null;
        };
        StaffRevokeInviteOutput: {
            /** Format: uuid */
            id: string;
        };
        StaffResendInviteOutput: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "member" | "support" | "admin";
            invitedBy: string;
            /** Format: date-time */
            sentAt: string;
            /** Format: date-time */
            expiresAt: string;
            expired: boolean;
        };
        StrayListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                reason: "unknown_tag" | "unknown_recipient";
                recipient: string;
                envelopeFrom: string;
                from: string;
                subject: string;
                size: number;
                /** Format: date-time */
                receivedAt: string;
                /** Format: date-time */
                goesAt: string;
            }[];
            nextCursor: string | null;
        };
        StrayShowOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            reason: "unknown_tag" | "unknown_recipient";
            recipient: string;
            envelopeFrom: string;
            from: string;
            subject: string;
            size: number;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            goesAt: string;
            headers: {
                name: string;
                value: string;
            }[];
            text: string;
            masked: boolean;
            attachments: {
                index: number;
                name: string;
                type: string;
                size: number;
                inline: boolean;
                contentId: string | null;
            }[];
            truncated: boolean;
            defects: string[];
        };
        StrayDeleteOutput: {
            /** Format: uuid */
            id: string;
        };
        TenantsCreateInput: {
            slug: string;
            name: string;
            ownerEmail?: string;
            /**
             * @default free
             * @enum {string}
             */
            plan: "free" | "pro" | "enterprise";
            /**
             * @default production
             * @enum {string}
             */
            environment: "production" | "staging" | "development";
            workspace?: string;
        };
        TenantsCreateOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            kind: "customer" | "platform";
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            workspace: {
                slug: string;
                name: string;
                /** @enum {string} */
                environment: "production" | "staging" | "development";
            };
            suspension: {
                /** Format: date-time */
                since: string;
                reason: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
        };
        TenantsSearchOutput: {
            items: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
                /** @enum {string} */
                kind: "customer" | "platform";
                /** @enum {string} */
                plan: "free" | "pro" | "enterprise";
                workspace: {
                    slug: string;
                    name: string;
                    /** @enum {string} */
                    environment: "production" | "staging" | "development";
                };
                suspension: {
                    /** Format: date-time */
                    since: string;
                    reason: string;
                } | null;
                /** Format: date-time */
                createdAt: string;
                /** @enum {string} */
                assignment: "fallback" | "pattern" | "explicit";
                members: number;
                domains: {
                    name: string;
                    state: string;
                }[];
            }[];
            nextCursor: string | null;
        };
        TenantsInspectOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            kind: "customer" | "platform";
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            workspace: {
                slug: string;
                name: string;
                /** @enum {string} */
                environment: "production" | "staging" | "development";
            };
            suspension: {
                /** Format: date-time */
                since: string;
                reason: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
            /** @enum {string} */
            assignment: "fallback" | "pattern" | "explicit";
            members: number;
            domains: {
                name: string;
                state: string;
            }[];
            domainCount: number;
            trialAddress: string | null;
            limits: {
                /** @enum {string} */
                name: "recipientsPerDay" | "recipientsPerHour" | "domains" | "members" | "requestsPerMinute" | "inboxes" | "storageBytes";
                label: string;
                unit: string;
                /** @enum {string} */
                window: "always" | "day" | "hour" | "rate";
                used: number;
                limit: number | null;
                share: number | null;
                /** @enum {string} */
                level: "ok" | "near" | "full";
                /** @enum {string} */
                source: "plan" | "policy";
                resetsAt: string | null;
                upgrade: {
                    gives: number | null;
                } | null;
            }[];
            holds: {
                label: string;
                unit: string;
                limit: number | null;
                /** @enum {string} */
                source: "plan" | "policy";
                upgrade: {
                    gives: number | null;
                } | null;
                /** @enum {string} */
                name: "messageBytes" | "inboxRetentionDays" | "spamRetentionDays" | "trashRetentionDays";
                /** @enum {string} */
                window: "each" | "age";
            }[];
            moves: {
                /** Format: uuid */
                id: string;
                from: {
                    slug: string;
                    name: string;
                    /** @enum {string} */
                    assignment: "fallback" | "pattern" | "explicit";
                };
                to: {
                    slug: string;
                    name: string;
                    /** @enum {string} */
                    assignment: "fallback" | "pattern" | "explicit";
                };
                movedBy: string;
                /** Format: date-time */
                movedAt: string;
                undoneAt: string | null;
                undoable: boolean;
            }[];
        };
        TenantsRenameInput: {
            name: string;
        };
        TenantsRenameOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            kind: "customer" | "platform";
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            workspace: {
                slug: string;
                name: string;
                /** @enum {string} */
                environment: "production" | "staging" | "development";
            };
            suspension: {
                /** Format: date-time */
                since: string;
                reason: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
        };
        TenantsMoveInput: {
            workspace: string;
            from?: string;
        };
        TenantsMoveOutput: {
            /** Format: uuid */
            id: string;
            from: {
                slug: string;
                name: string;
                /** @enum {string} */
                assignment: "fallback" | "pattern" | "explicit";
            };
            to: {
                slug: string;
                name: string;
                /** @enum {string} */
                assignment: "fallback" | "pattern" | "explicit";
            };
            movedBy: string;
            /** Format: date-time */
            movedAt: string;
            undoneAt: string | null;
            undoable: boolean;
        };
        TenantsMovesOutput: {
            items: {
                /** Format: uuid */
                id: string;
                from: {
                    slug: string;
                    name: string;
                    /** @enum {string} */
                    assignment: "fallback" | "pattern" | "explicit";
                };
                to: {
                    slug: string;
                    name: string;
                    /** @enum {string} */
                    assignment: "fallback" | "pattern" | "explicit";
                };
                movedBy: string;
                /** Format: date-time */
                movedAt: string;
                undoneAt: string | null;
                undoable: boolean;
            }[];
            nextCursor: string | null;
        };
        TenantsPreviewMoveOutput: {
            from: {
                slug: string;
                name: string;
            };
            to: {
                slug: string;
                name: string;
            };
            limits: {
                label: string;
                unit: string;
                /** @enum {string} */
                name: "recipientsPerDay" | "recipientsPerHour" | "domains" | "members" | "requestsPerMinute" | "inboxes" | "storageBytes" | "messageBytes" | "inboxRetentionDays" | "spamRetentionDays" | "trashRetentionDays";
                window: ("always" | "day" | "hour" | "rate") | ("each" | "age");
                used: number | null;
                before: {
                    limit: number | null;
                    /** @enum {string} */
                    source: "plan" | "policy";
                };
                after: {
                    limit: number | null;
                    /** @enum {string} */
                    source: "plan" | "policy";
                };
                above: boolean;
                consequence: string | null;
            }[];
        };
        TenantsInviteOwnerInput: {
            email: string;
        };
        TenantsInviteOwnerOutput: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "member" | "support" | "admin";
            invitedBy: string;
            /** Format: date-time */
            sentAt: string;
            /** Format: date-time */
            expiresAt: string;
            expired: boolean;
        };
        TenantsPreviewPlanOutput: {
            /** @enum {string} */
            from: "free" | "pro" | "enterprise";
            /** @enum {string} */
            to: "free" | "pro" | "enterprise";
            limits: {
                label: string;
                unit: string;
                /** @enum {string} */
                name: "recipientsPerDay" | "recipientsPerHour" | "domains" | "members" | "requestsPerMinute" | "inboxes" | "storageBytes" | "messageBytes" | "inboxRetentionDays" | "spamRetentionDays" | "trashRetentionDays";
                window: ("always" | "day" | "hour" | "rate") | ("each" | "age");
                used: number | null;
                before: {
                    limit: number | null;
                    /** @enum {string} */
                    source: "plan" | "policy";
                };
                after: {
                    limit: number | null;
                    /** @enum {string} */
                    source: "plan" | "policy";
                };
                above: boolean;
                consequence: string | null;
            }[];
        };
        TenantsSetPlanInput: {
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
        };
        TenantsSetPlanOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            kind: "customer" | "platform";
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            workspace: {
                slug: string;
                name: string;
                /** @enum {string} */
                environment: "production" | "staging" | "development";
            };
            suspension: {
                /** Format: date-time */
                since: string;
                reason: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
        };
        TenantsProvisionStepsOutput: {
            items: {
                clientId: string;
                startedBy: string;
                steps: {
                    /** @enum {string} */
                    kind: "domain" | "invite" | "inbox";
                    what: string;
                    /** @enum {string} */
                    state: "waiting" | "done" | "failed";
                    waitsFor: string | null;
                    problem: string | null;
                    code: string | null;
                    at: string | null;
                }[];
            }[];
        };
        TenantsSuspendInput: {
            reason: string;
        };
        TenantsSuspendOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            kind: "customer" | "platform";
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            workspace: {
                slug: string;
                name: string;
                /** @enum {string} */
                environment: "production" | "staging" | "development";
            };
            suspension: {
                /** Format: date-time */
                since: string;
                reason: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
        };
        TenantsReactivateOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            kind: "customer" | "platform";
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            workspace: {
                slug: string;
                name: string;
                /** @enum {string} */
                environment: "production" | "staging" | "development";
            };
            suspension: {
                /** Format: date-time */
                since: string;
                reason: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
        };
        UsageOverviewOutput: {
            items: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
                /** @enum {string} */
                plan: "free" | "pro" | "enterprise";
                workspace: {
                    slug: string;
                    name: string;
                };
                /** @enum {string} */
                environment: "production" | "staging" | "development";
                suspended: boolean;
                /** Format: date-time */
                createdAt: string;
                /** @enum {string} */
                limitName: "recipientsPerDay" | "recipientsPerHour" | "domains" | "members" | "requestsPerMinute" | "inboxes" | "storageBytes";
                label: string;
                unit: string;
                used: number;
                limit: number | null;
                share: number | null;
                /** @enum {string} */
                level: "ok" | "near" | "full";
            }[];
            nextCursor: string | null;
        };
        UsageTotalsOutput: {
            tenants: number;
            suspended: number;
            workspaces: number;
            near: number;
            full: number;
        };
        WorkspacesCreateInput: {
            slug: string;
            name: string;
            /** @default  */
            description: string;
            /** @enum {string} */
            environment: "production" | "staging" | "development";
            /** @default [] */
            patterns: string[];
        };
        WorkspacesCreateOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            description: string;
            /** @enum {string} */
            environment: "production" | "staging" | "development";
            isDefault: boolean;
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            tenants: number;
            limitsSet: number;
            patterns: string[];
            policy: {
                version: number;
                changedBy: string | null;
                changedAt: string | null;
                fields: {
                    name: string;
                    label: string;
                    unit: string;
                    /** @enum {string} */
                    window: "always" | "day" | "hour" | "rate" | "each" | "age";
                    counts: string;
                    givesBack: string;
                    value: number | null;
                    least: number;
                    ceiling: number;
                    plans: {
                        free: number | null;
                        pro: number | null;
                        enterprise: number | null;
                    };
                }[];
                mail: {
                    /** @enum {string} */
                    spamSensitivity: "off" | "low" | "medium" | "high";
                    blockedTypes: string[];
                    allowedSenders: string[];
                    blockedSenders: string[];
                    rules: {
                        id: string;
                        name: string;
                        priority: number;
                        /** @enum {string} */
                        match: "all" | "any";
                        conditions: {
                            /** @enum {string} */
                            field: "from" | "to" | "subject" | "header" | "attachment" | "size" | "spf" | "dkim" | "dmarc";
                            header?: string;
                            /** @enum {string} */
                            test: "is" | "contains" | "ends_with" | "matches_domain" | "above" | "exists";
                            value: string;
                        }[];
                        action: {
                            /** @constant */
                            block: true;
                        } | {
                            /** @constant */
                            spam: true;
                        } | {
                            file?: string;
                            read?: boolean;
                        };
                    }[];
                    poolsFreeTenants: boolean;
                    supportSwitchesProtocols: boolean;
                };
            };
        };
        WorkspacesListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
                description: string;
                /** @enum {string} */
                environment: "production" | "staging" | "development";
                isDefault: boolean;
                archivedAt: string | null;
                /** Format: date-time */
                createdAt: string;
                tenants: number;
                limitsSet: number;
            }[];
            nextCursor: string | null;
        };
        WorkspacesDeleteOutput: {
            /** Format: uuid */
            id: string;
        };
        WorkspacesEditInput: {
            name?: string;
            description?: string;
            patterns?: string[];
        };
        WorkspacesEditOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            description: string;
            /** @enum {string} */
            environment: "production" | "staging" | "development";
            isDefault: boolean;
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            tenants: number;
            limitsSet: number;
            patterns: string[];
            policy: {
                version: number;
                changedBy: string | null;
                changedAt: string | null;
                fields: {
                    name: string;
                    label: string;
                    unit: string;
                    /** @enum {string} */
                    window: "always" | "day" | "hour" | "rate" | "each" | "age";
                    counts: string;
                    givesBack: string;
                    value: number | null;
                    least: number;
                    ceiling: number;
                    plans: {
                        free: number | null;
                        pro: number | null;
                        enterprise: number | null;
                    };
                }[];
                mail: {
                    /** @enum {string} */
                    spamSensitivity: "off" | "low" | "medium" | "high";
                    blockedTypes: string[];
                    allowedSenders: string[];
                    blockedSenders: string[];
                    rules: {
                        id: string;
                        name: string;
                        priority: number;
                        /** @enum {string} */
                        match: "all" | "any";
                        conditions: {
                            /** @enum {string} */
                            field: "from" | "to" | "subject" | "header" | "attachment" | "size" | "spf" | "dkim" | "dmarc";
                            header?: string;
                            /** @enum {string} */
                            test: "is" | "contains" | "ends_with" | "matches_domain" | "above" | "exists";
                            value: string;
                        }[];
                        action: {
                            /** @constant */
                            block: true;
                        } | {
                            /** @constant */
                            spam: true;
                        } | {
                            file?: string;
                            read?: boolean;
                        };
                    }[];
                    poolsFreeTenants: boolean;
                    supportSwitchesProtocols: boolean;
                };
            };
        };
        WorkspacesShowOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            description: string;
            /** @enum {string} */
            environment: "production" | "staging" | "development";
            isDefault: boolean;
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            tenants: number;
            limitsSet: number;
            patterns: string[];
            policy: {
                version: number;
                changedBy: string | null;
                changedAt: string | null;
                fields: {
                    name: string;
                    label: string;
                    unit: string;
                    /** @enum {string} */
                    window: "always" | "day" | "hour" | "rate" | "each" | "age";
                    counts: string;
                    givesBack: string;
                    value: number | null;
                    least: number;
                    ceiling: number;
                    plans: {
                        free: number | null;
                        pro: number | null;
                        enterprise: number | null;
                    };
                }[];
                mail: {
                    /** @enum {string} */
                    spamSensitivity: "off" | "low" | "medium" | "high";
                    blockedTypes: string[];
                    allowedSenders: string[];
                    blockedSenders: string[];
                    rules: {
                        id: string;
                        name: string;
                        priority: number;
                        /** @enum {string} */
                        match: "all" | "any";
                        conditions: {
                            /** @enum {string} */
                            field: "from" | "to" | "subject" | "header" | "attachment" | "size" | "spf" | "dkim" | "dmarc";
                            header?: string;
                            /** @enum {string} */
                            test: "is" | "contains" | "ends_with" | "matches_domain" | "above" | "exists";
                            value: string;
                        }[];
                        action: {
                            /** @constant */
                            block: true;
                        } | {
                            /** @constant */
                            spam: true;
                        } | {
                            file?: string;
                            read?: boolean;
                        };
                    }[];
                    poolsFreeTenants: boolean;
                    supportSwitchesProtocols: boolean;
                };
            };
        };
        WorkspacesArchiveOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            description: string;
            /** @enum {string} */
            environment: "production" | "staging" | "development";
            isDefault: boolean;
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            tenants: number;
            limitsSet: number;
            patterns: string[];
            policy: {
                version: number;
                changedBy: string | null;
                changedAt: string | null;
                fields: {
                    name: string;
                    label: string;
                    unit: string;
                    /** @enum {string} */
                    window: "always" | "day" | "hour" | "rate" | "each" | "age";
                    counts: string;
                    givesBack: string;
                    value: number | null;
                    least: number;
                    ceiling: number;
                    plans: {
                        free: number | null;
                        pro: number | null;
                        enterprise: number | null;
                    };
                }[];
                mail: {
                    /** @enum {string} */
                    spamSensitivity: "off" | "low" | "medium" | "high";
                    blockedTypes: string[];
                    allowedSenders: string[];
                    blockedSenders: string[];
                    rules: {
                        id: string;
                        name: string;
                        priority: number;
                        /** @enum {string} */
                        match: "all" | "any";
                        conditions: {
                            /** @enum {string} */
                            field: "from" | "to" | "subject" | "header" | "attachment" | "size" | "spf" | "dkim" | "dmarc";
                            header?: string;
                            /** @enum {string} */
                            test: "is" | "contains" | "ends_with" | "matches_domain" | "above" | "exists";
                            value: string;
                        }[];
                        action: {
                            /** @constant */
                            block: true;
                        } | {
                            /** @constant */
                            spam: true;
                        } | {
                            file?: string;
                            read?: boolean;
                        };
                    }[];
                    poolsFreeTenants: boolean;
                    supportSwitchesProtocols: boolean;
                };
            };
        };
        WorkspacesSetPolicyInput: {
            version: number;
            policy?: {
                recipientsPerDay?: number | null;
                recipientsPerHour?: number | null;
                domains?: number | null;
                members?: number | null;
                requestsPerMinute?: number | null;
                inboxes?: number | null;
                storageBytes?: number | null;
                messageBytes?: number | null;
                inboxRetentionDays?: number | null;
                spamRetentionDays?: number | null;
                trashRetentionDays?: number | null;
            };
            mail?: {
                /** @enum {string} */
                spamSensitivity?: "off" | "low" | "medium" | "high";
                blockedTypes?: string[];
                allowedSenders?: string[];
                blockedSenders?: string[];
                rules?: {
                    /** Format: uuid */
                    id?: string;
                    name: string;
                    priority: number;
                    /** @enum {string} */
                    match: "all" | "any";
                    conditions: {
                        /** @enum {string} */
                        field: "from" | "to" | "subject" | "header" | "attachment" | "size" | "spf" | "dkim" | "dmarc";
                        header?: string;
                        /** @enum {string} */
                        test: "is" | "contains" | "ends_with" | "matches_domain" | "above" | "exists";
                        /** @default  */
                        value: string;
                    }[];
                    action: {
                        /** @constant */
                        block: true;
                    } | {
                        /** @constant */
                        spam: true;
                    } | {
                        file?: string;
                        read?: boolean;
                    };
                }[];
                poolsFreeTenants?: boolean;
                supportSwitchesProtocols?: boolean;
            };
        };
        WorkspacesSetPolicyOutput: {
            version: number;
            changedBy: string | null;
            changedAt: string | null;
            fields: {
                name: string;
                label: string;
                unit: string;
                /** @enum {string} */
                window: "always" | "day" | "hour" | "rate" | "each" | "age";
                counts: string;
                givesBack: string;
                value: number | null;
                least: number;
                ceiling: number;
                plans: {
                    free: number | null;
                    pro: number | null;
                    enterprise: number | null;
                };
            }[];
            mail: {
                /** @enum {string} */
                spamSensitivity: "off" | "low" | "medium" | "high";
                blockedTypes: string[];
                allowedSenders: string[];
                blockedSenders: string[];
                rules: {
                    id: string;
                    name: string;
                    priority: number;
                    /** @enum {string} */
                    match: "all" | "any";
                    conditions: {
                        /** @enum {string} */
                        field: "from" | "to" | "subject" | "header" | "attachment" | "size" | "spf" | "dkim" | "dmarc";
                        header?: string;
                        /** @enum {string} */
                        test: "is" | "contains" | "ends_with" | "matches_domain" | "above" | "exists";
                        value: string;
                    }[];
                    action: {
                        /** @constant */
                        block: true;
                    } | {
                        /** @constant */
                        spam: true;
                    } | {
                        file?: string;
                        read?: boolean;
                    };
                }[];
                poolsFreeTenants: boolean;
                supportSwitchesProtocols: boolean;
            };
        };
        WorkspacesPolicyHistoryOutput: {
            items: {
                /** Format: uuid */
                id: string;
                version: number;
                changedBy: string;
                /** Format: date-time */
                at: string;
                restoredFrom: number | null;
                changes: {
                    name: string;
                    label: string;
                    unit: string;
                    before: number | null;
                    after: number | null;
                }[];
                mail: {
                    /** @enum {string} */
                    name: "spamSensitivity" | "blockedTypes" | "allowedSenders" | "blockedSenders" | "rules" | "poolsFreeTenants" | "supportSwitchesProtocols";
                    label: string;
                    says: string;
                }[];
                values: {
                    [key: string]: number | null;
                };
                mailBack: {
                    /** @enum {string} */
                    name: "spamSensitivity" | "blockedTypes" | "allowedSenders" | "blockedSenders" | "rules" | "poolsFreeTenants" | "supportSwitchesProtocols";
                    label: string;
                    says: string;
                }[];
            }[];
            nextCursor: string | null;
            first: {
                mailBack: {
                    /** @enum {string} */
                    name: "spamSensitivity" | "blockedTypes" | "allowedSenders" | "blockedSenders" | "rules" | "poolsFreeTenants" | "supportSwitchesProtocols";
                    label: string;
                    says: string;
                }[];
            } | null;
        };
        WorkspacesPreviewPolicyInput: {
            policy?: {
                recipientsPerDay?: number | null;
                recipientsPerHour?: number | null;
                domains?: number | null;
                members?: number | null;
                requestsPerMinute?: number | null;
                inboxes?: number | null;
                storageBytes?: number | null;
                messageBytes?: number | null;
                inboxRetentionDays?: number | null;
                spamRetentionDays?: number | null;
                trashRetentionDays?: number | null;
            };
            mail?: {
                /** @enum {string} */
                spamSensitivity?: "off" | "low" | "medium" | "high";
                blockedTypes?: string[];
                allowedSenders?: string[];
                blockedSenders?: string[];
                rules?: {
                    /** Format: uuid */
                    id?: string;
                    name: string;
                    priority: number;
                    /** @enum {string} */
                    match: "all" | "any";
                    conditions: {
                        /** @enum {string} */
                        field: "from" | "to" | "subject" | "header" | "attachment" | "size" | "spf" | "dkim" | "dmarc";
                        header?: string;
                        /** @enum {string} */
                        test: "is" | "contains" | "ends_with" | "matches_domain" | "above" | "exists";
                        /** @default  */
                        value: string;
                    }[];
                    action: {
                        /** @constant */
                        block: true;
                    } | {
                        /** @constant */
                        spam: true;
                    } | {
                        file?: string;
                        read?: boolean;
                    };
                }[];
                poolsFreeTenants?: boolean;
                supportSwitchesProtocols?: boolean;
            };
        };
        WorkspacesPreviewPolicyOutput: {
            version: number;
            tenants: number;
            touched: number;
            fields: {
                name: string;
                label: string;
                unit: string;
                /** @enum {string} */
                window: "always" | "day" | "hour" | "rate" | "each" | "age";
                ceiling: number;
                now: {
                    value: number | null;
                    /** @enum {string} */
                    source: "plan" | "policy";
                };
                proposed: number | null;
                touched: number;
                plans: {
                    plan: string;
                    tenants: number;
                    now: number | null;
                    then: number | null;
                    /** @enum {string} */
                    source: "plan" | "policy";
                    says: string;
                }[];
                above: {
                    tenants: number;
                    first: {
                        slug: string;
                        name: string;
                        used: number;
                        limit: number;
                    }[];
                    says: string;
                };
                dryRun: {
                    /** @enum {string} */
                    basis: "used" | "made" | "none" | "unchanged";
                    refused: number;
                    tenants: number;
                    since: string | null;
                    says: string;
                };
            }[];
            mail: {
                /** @enum {string} */
                name: "spamSensitivity" | "blockedTypes" | "allowedSenders" | "blockedSenders" | "rules" | "poolsFreeTenants" | "supportSwitchesProtocols";
                label: string;
                says: string;
                touched: number;
            }[];
        };
        WorkspacesRestorePolicyInput: {
            version: number;
            to: number;
        };
        WorkspacesRestorePolicyOutput: {
            version: number;
            changedBy: string | null;
            changedAt: string | null;
            fields: {
                name: string;
                label: string;
                unit: string;
                /** @enum {string} */
                window: "always" | "day" | "hour" | "rate" | "each" | "age";
                counts: string;
                givesBack: string;
                value: number | null;
                least: number;
                ceiling: number;
                plans: {
                    free: number | null;
                    pro: number | null;
                    enterprise: number | null;
                };
            }[];
            mail: {
                /** @enum {string} */
                spamSensitivity: "off" | "low" | "medium" | "high";
                blockedTypes: string[];
                allowedSenders: string[];
                blockedSenders: string[];
                rules: {
                    id: string;
                    name: string;
                    priority: number;
                    /** @enum {string} */
                    match: "all" | "any";
                    conditions: {
                        /** @enum {string} */
                        field: "from" | "to" | "subject" | "header" | "attachment" | "size" | "spf" | "dkim" | "dmarc";
                        header?: string;
                        /** @enum {string} */
                        test: "is" | "contains" | "ends_with" | "matches_domain" | "above" | "exists";
                        value: string;
                    }[];
                    action: {
                        /** @constant */
                        block: true;
                    } | {
                        /** @constant */
                        spam: true;
                    } | {
                        file?: string;
                        read?: boolean;
                    };
                }[];
                poolsFreeTenants: boolean;
                supportSwitchesProtocols: boolean;
            };
        };
        WorkspacesRestoreOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            description: string;
            /** @enum {string} */
            environment: "production" | "staging" | "development";
            isDefault: boolean;
            archivedAt: string | null;
            /** Format: date-time */
            createdAt: string;
            tenants: number;
            limitsSet: number;
            patterns: string[];
            policy: {
                version: number;
                changedBy: string | null;
                changedAt: string | null;
                fields: {
                    name: string;
                    label: string;
                    unit: string;
                    /** @enum {string} */
                    window: "always" | "day" | "hour" | "rate" | "each" | "age";
                    counts: string;
                    givesBack: string;
                    value: number | null;
                    least: number;
                    ceiling: number;
                    plans: {
                        free: number | null;
                        pro: number | null;
                        enterprise: number | null;
                    };
                }[];
                mail: {
                    /** @enum {string} */
                    spamSensitivity: "off" | "low" | "medium" | "high";
                    blockedTypes: string[];
                    allowedSenders: string[];
                    blockedSenders: string[];
                    rules: {
                        id: string;
                        name: string;
                        priority: number;
                        /** @enum {string} */
                        match: "all" | "any";
                        conditions: {
                            /** @enum {string} */
                            field: "from" | "to" | "subject" | "header" | "attachment" | "size" | "spf" | "dkim" | "dmarc";
                            header?: string;
                            /** @enum {string} */
                            test: "is" | "contains" | "ends_with" | "matches_domain" | "above" | "exists";
                            value: string;
                        }[];
                        action: {
                            /** @constant */
                            block: true;
                        } | {
                            /** @constant */
                            spam: true;
                        } | {
                            file?: string;
                            read?: boolean;
                        };
                    }[];
                    poolsFreeTenants: boolean;
                    supportSwitchesProtocols: boolean;
                };
            };
        };
        RetentionPreviewOutput: {
            /** Format: date-time */
            at: string;
            tonight: {
                messages: number;
                folders: {
                    inbox: number;
                    spam: number;
                    quarantine: number;
                    trash: number;
                };
                freed: number;
                more: boolean;
                rough: boolean;
                tenants: number;
                most: {
                    messages: number;
                    freed: number;
                    more: boolean;
                    rough: boolean;
                    slug: string;
                    name: string;
                }[];
            };
            proposed: {
                messages: number;
                folders: {
                    inbox: number;
                    spam: number;
                    quarantine: number;
                    trash: number;
                };
                freed: number;
                more: boolean;
                rough: boolean;
                tenants: number;
                most: {
                    messages: number;
                    freed: number;
                    more: boolean;
                    rough: boolean;
                    slug: string;
                    name: string;
                }[];
            } | null;
        };
        AuditListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                actor: string;
                actorKind: string;
                door: string;
                credentialKind: string | null;
                reason: string | null;
                action: string;
                subject: string;
                result: string;
                text: string;
                /** Format: date-time */
                at: string;
            }[];
            nextCursor: string | null;
        };
        AuditShowOutput: {
            /** Format: uuid */
            id: string;
            actor: string;
            actorKind: string;
            door: string;
            credentialKind: string | null;
            reason: string | null;
            action: string;
            subject: string;
            result: string;
            text: string;
            /** Format: date-time */
            at: string;
            subjectType: string;
            subjectId: string | null;
            actorId: string | null;
            credentialId: string | null;
            address: string | null;
            requestId: string;
            before: {
                [key: string]: unknown;
            } | null;
            after: {
                [key: string]: unknown;
            } | null;
            unreadable: boolean;
            seal: number | null;
        };
        AuditReportOutput: {
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            madeAt: string;
            tenant: {
                /** Format: uuid */
                id: string;
                slug: string;
                name: string;
            };
            workspace: {
                /** Format: uuid */
                id: string;
                name: string | null;
                environment: string | null;
                policy: {
                    [key: string]: unknown;
                };
            };
            accounts: {
                /** Format: uuid */
                userId: string;
                email: string | null;
                role: string;
            }[];
            domains: {
                /** Format: uuid */
                id: string;
                name: string;
                state: string;
                receiving: string;
            }[];
            inboxes: {
                /** Format: uuid */
                id: string;
                address: string;
                kind: string;
                suspended: boolean;
                protocolAccess: boolean;
            }[];
            grants: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                inboxId: string;
                name: string;
                suspended: boolean;
            }[];
        };
        AuditVerifyOutput: {
            tenant: string;
            ok: boolean;
            seals: number;
            events: number;
            unsealed: number;
            oldestUnsealedAt: string | null;
            head: string | null;
            sealedAt: string | null;
            firstFault: {
                seq: number;
                /** @enum {string} */
                kind: "altered" | "missing" | "added" | "seal_missing" | "seal_altered";
                at: string | null;
                what: string;
            } | null;
        };
        DomainsAddInput: {
            name: string;
        };
        DomainsAddOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            unicodeName: string;
            /** @enum {string} */
            state: "provisioning" | "pending" | "verifying" | "ready" | "degraded" | "failed" | "deleting";
            /** Format: date-time */
            stateSince: string;
            /** @enum {string} */
            receiving: "off" | "pending" | "ready" | "lost";
            send: {
                found: number;
                total: number;
            };
            receive: {
                found: number;
                total: number;
            };
            /** Format: date-time */
            createdAt: string;
            checkedAt: string | null;
            zone: string;
            records: {
                /** @enum {string} */
                key: "ownership" | "dkim1" | "dkim2" | "dkim3" | "return_path" | "spf" | "inbound" | "dmarc";
                /** @enum {string} */
                group: "ownership" | "dkim" | "return_path" | "receive" | "advice";
                /** @enum {string} */
                capability: "send" | "receive" | "advice";
                label: string;
                purpose: string;
                /** @enum {string} */
                type: "CNAME" | "MX" | "TXT";
                host: string;
                relativeHost: string;
                value: string;
                priority: number | null;
                ttl: number;
                /** @enum {string} */
                verdict: "unknown" | "missing" | "mismatch" | "found";
                diagnosis: ("wrong_value" | "wrong_type" | "several_mx" | "several_spf" | "spf_missing_include" | "could_not_check") | null;
                observed: string[];
                explanation: {
                    found: string;
                    meaning: string;
                    fix: string;
                } | null;
                checkedAt: string | null;
                changedAt: string | null;
            }[];
            ownershipNeeded: boolean;
            provider: {
                name: string;
                url: string;
            } | null;
            displacedMx: string[];
            notice: string | null;
            sender: {
                /** @enum {string} */
                identity: "own" | "own_dkim_only" | "own_spf_only" | "shared" | "blocked";
                reason: string;
                from: string | null;
                signedBy: string | null;
                mailedBy: string | null;
            };
            /** Format: date-time */
            nextCheckAt: string;
            /** Format: date-time */
            deadlineAt: string;
            graceUntil: string | null;
            readyAt: string | null;
            timeline: {
                id: string;
                kind: string;
                text: string;
                /** @enum {string} */
                tone: "neutral" | "good" | "warning" | "bad";
                /** Format: date-time */
                at: string;
            }[];
            /** Format: date-time */
            now: string;
        };
        DomainsListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                unicodeName: string;
                /** @enum {string} */
                state: "provisioning" | "pending" | "verifying" | "ready" | "degraded" | "failed" | "deleting";
                /** Format: date-time */
                stateSince: string;
                /** @enum {string} */
                receiving: "off" | "pending" | "ready" | "lost";
                send: {
                    found: number;
                    total: number;
                };
                receive: {
                    found: number;
                    total: number;
                };
                /** Format: date-time */
                createdAt: string;
                checkedAt: string | null;
            }[];
            nextCursor: string | null;
        };
        SendingTestInput: {
            idempotencyKey: string;
        };
        SendingTestOutput: {
            /** Format: uuid */
            id: string;
            domainId: string | null;
            domainName: string;
            recipient: string;
            subject: string;
            from: string;
            replyTo: string | null;
            /** @enum {string} */
            identity: "own" | "own_dkim_only" | "own_spf_only" | "shared" | "blocked";
            reason: string;
            /** @enum {string} */
            state: "claimed" | "accepted" | "unconfirmed" | "refused";
            /** Format: date-time */
            createdAt: string;
        };
        DomainsDeleteOutput: {
            /** Format: uuid */
            id: string;
        };
        DomainsShowOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            unicodeName: string;
            /** @enum {string} */
            state: "provisioning" | "pending" | "verifying" | "ready" | "degraded" | "failed" | "deleting";
            /** Format: date-time */
            stateSince: string;
            /** @enum {string} */
            receiving: "off" | "pending" | "ready" | "lost";
            send: {
                found: number;
                total: number;
            };
            receive: {
                found: number;
                total: number;
            };
            /** Format: date-time */
            createdAt: string;
            checkedAt: string | null;
            zone: string;
            records: {
                /** @enum {string} */
                key: "ownership" | "dkim1" | "dkim2" | "dkim3" | "return_path" | "spf" | "inbound" | "dmarc";
                /** @enum {string} */
                group: "ownership" | "dkim" | "return_path" | "receive" | "advice";
                /** @enum {string} */
                capability: "send" | "receive" | "advice";
                label: string;
                purpose: string;
                /** @enum {string} */
                type: "CNAME" | "MX" | "TXT";
                host: string;
                relativeHost: string;
                value: string;
                priority: number | null;
                ttl: number;
                /** @enum {string} */
                verdict: "unknown" | "missing" | "mismatch" | "found";
                diagnosis: ("wrong_value" | "wrong_type" | "several_mx" | "several_spf" | "spf_missing_include" | "could_not_check") | null;
                observed: string[];
                explanation: {
                    found: string;
                    meaning: string;
                    fix: string;
                } | null;
                checkedAt: string | null;
                changedAt: string | null;
            }[];
            ownershipNeeded: boolean;
            provider: {
                name: string;
                url: string;
            } | null;
            displacedMx: string[];
            notice: string | null;
            sender: {
                /** @enum {string} */
                identity: "own" | "own_dkim_only" | "own_spf_only" | "shared" | "blocked";
                reason: string;
                from: string | null;
                signedBy: string | null;
                mailedBy: string | null;
            };
            /** Format: date-time */
            nextCheckAt: string;
            /** Format: date-time */
            deadlineAt: string;
            graceUntil: string | null;
            readyAt: string | null;
            timeline: {
                id: string;
                kind: string;
                text: string;
                /** @enum {string} */
                tone: "neutral" | "good" | "warning" | "bad";
                /** Format: date-time */
                at: string;
            }[];
            /** Format: date-time */
            now: string;
        };
        DomainsCheckOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            unicodeName: string;
            /** @enum {string} */
            state: "provisioning" | "pending" | "verifying" | "ready" | "degraded" | "failed" | "deleting";
            /** Format: date-time */
            stateSince: string;
            /** @enum {string} */
            receiving: "off" | "pending" | "ready" | "lost";
            send: {
                found: number;
                total: number;
            };
            receive: {
                found: number;
                total: number;
            };
            /** Format: date-time */
            createdAt: string;
            checkedAt: string | null;
            zone: string;
            records: {
                /** @enum {string} */
                key: "ownership" | "dkim1" | "dkim2" | "dkim3" | "return_path" | "spf" | "inbound" | "dmarc";
                /** @enum {string} */
                group: "ownership" | "dkim" | "return_path" | "receive" | "advice";
                /** @enum {string} */
                capability: "send" | "receive" | "advice";
                label: string;
                purpose: string;
                /** @enum {string} */
                type: "CNAME" | "MX" | "TXT";
                host: string;
                relativeHost: string;
                value: string;
                priority: number | null;
                ttl: number;
                /** @enum {string} */
                verdict: "unknown" | "missing" | "mismatch" | "found";
                diagnosis: ("wrong_value" | "wrong_type" | "several_mx" | "several_spf" | "spf_missing_include" | "could_not_check") | null;
                observed: string[];
                explanation: {
                    found: string;
                    meaning: string;
                    fix: string;
                } | null;
                checkedAt: string | null;
                changedAt: string | null;
            }[];
            ownershipNeeded: boolean;
            provider: {
                name: string;
                url: string;
            } | null;
            displacedMx: string[];
            notice: string | null;
            sender: {
                /** @enum {string} */
                identity: "own" | "own_dkim_only" | "own_spf_only" | "shared" | "blocked";
                reason: string;
                from: string | null;
                signedBy: string | null;
                mailedBy: string | null;
            };
            /** Format: date-time */
            nextCheckAt: string;
            /** Format: date-time */
            deadlineAt: string;
            graceUntil: string | null;
            readyAt: string | null;
            timeline: {
                id: string;
                kind: string;
                text: string;
                /** @enum {string} */
                tone: "neutral" | "good" | "warning" | "bad";
                /** Format: date-time */
                at: string;
            }[];
            /** Format: date-time */
            now: string;
        };
        SendingListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                domainId: string | null;
                domainName: string;
                recipient: string;
                subject: string;
                from: string;
                replyTo: string | null;
                /** @enum {string} */
                identity: "own" | "own_dkim_only" | "own_spf_only" | "shared" | "blocked";
                reason: string;
                /** @enum {string} */
                state: "claimed" | "accepted" | "unconfirmed" | "refused";
                /** Format: date-time */
                createdAt: string;
            }[];
            nextCursor: string | null;
        };
        DomainsWatchOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            unicodeName: string;
            /** @enum {string} */
            state: "provisioning" | "pending" | "verifying" | "ready" | "degraded" | "failed" | "deleting";
            /** Format: date-time */
            stateSince: string;
            /** @enum {string} */
            receiving: "off" | "pending" | "ready" | "lost";
            send: {
                found: number;
                total: number;
            };
            receive: {
                found: number;
                total: number;
            };
            /** Format: date-time */
            createdAt: string;
            checkedAt: string | null;
            zone: string;
            records: {
                /** @enum {string} */
                key: "ownership" | "dkim1" | "dkim2" | "dkim3" | "return_path" | "spf" | "inbound" | "dmarc";
                /** @enum {string} */
                group: "ownership" | "dkim" | "return_path" | "receive" | "advice";
                /** @enum {string} */
                capability: "send" | "receive" | "advice";
                label: string;
                purpose: string;
                /** @enum {string} */
                type: "CNAME" | "MX" | "TXT";
                host: string;
                relativeHost: string;
                value: string;
                priority: number | null;
                ttl: number;
                /** @enum {string} */
                verdict: "unknown" | "missing" | "mismatch" | "found";
                diagnosis: ("wrong_value" | "wrong_type" | "several_mx" | "several_spf" | "spf_missing_include" | "could_not_check") | null;
                observed: string[];
                explanation: {
                    found: string;
                    meaning: string;
                    fix: string;
                } | null;
                checkedAt: string | null;
                changedAt: string | null;
            }[];
            ownershipNeeded: boolean;
            provider: {
                name: string;
                url: string;
            } | null;
            displacedMx: string[];
            notice: string | null;
            sender: {
                /** @enum {string} */
                identity: "own" | "own_dkim_only" | "own_spf_only" | "shared" | "blocked";
                reason: string;
                from: string | null;
                signedBy: string | null;
                mailedBy: string | null;
            };
            /** Format: date-time */
            nextCheckAt: string;
            /** Format: date-time */
            deadlineAt: string;
            graceUntil: string | null;
            readyAt: string | null;
            timeline: {
                id: string;
                kind: string;
                text: string;
                /** @enum {string} */
                tone: "neutral" | "good" | "warning" | "bad";
                /** Format: date-time */
                at: string;
            }[];
            /** Format: date-time */
            now: string;
        };
        GrantsCreateInput: {
            /** @description the inbox it is for */
            inboxId: string;
            /** @description what uses it */
            name: string;
        };
        GrantsCreateOutput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            inboxId: string;
            name: string;
            /** @enum {string} */
            state: "live" | "suspended" | "revoked";
            tokens: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            suspendedAt: string | null;
            revokedAt: string | null;
        };
        GrantsListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                inboxId: string;
                name: string;
                /** @enum {string} */
                state: "live" | "suspended" | "revoked";
                tokens: number;
                createdBy: string;
                /** Format: date-time */
                createdAt: string;
                suspendedAt: string | null;
                revokedAt: string | null;
            }[];
            nextCursor: string | null;
        };
        GrantsRevokeOutput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            inboxId: string;
            name: string;
            /** @enum {string} */
            state: "live" | "suspended" | "revoked";
            tokens: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            suspendedAt: string | null;
            revokedAt: string | null;
        };
        GrantsShowOutput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            inboxId: string;
            name: string;
            /** @enum {string} */
            state: "live" | "suspended" | "revoked";
            tokens: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            suspendedAt: string | null;
            revokedAt: string | null;
        };
        GrantsRenewOutput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            inboxId: string;
            name: string;
            /** @enum {string} */
            state: "live" | "suspended" | "revoked";
            tokens: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            suspendedAt: string | null;
            revokedAt: string | null;
        };
        GrantsResumeOutput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            inboxId: string;
            name: string;
            /** @enum {string} */
            state: "live" | "suspended" | "revoked";
            tokens: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            suspendedAt: string | null;
            revokedAt: string | null;
        };
        GrantsSuspendOutput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            inboxId: string;
            name: string;
            /** @enum {string} */
            state: "live" | "suspended" | "revoked";
            tokens: number;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            suspendedAt: string | null;
            revokedAt: string | null;
        };
        GrantsTokenInput: {
            /** @description what the agent calls its session; stands in the activity */
            agentSession: string;
            /** @description what it may do, such as messages.read; a key gives what it has itself; without them, read */
            scopes?: string[];
            /**
             * @description how long it lasts
             * @default 3600
             */
            seconds: number;
        };
        GrantsTokenOutput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            grantId: string;
            /** Format: uuid */
            inboxId: string;
            address: string;
            scopes: string[];
            agentSession: string;
            /** Format: date-time */
            expiresAt: string;
            token: string | null;
        };
        InboxesListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "dedicated" | "shared" | "role";
                name: string;
                address: string;
                alsoAt: string[];
                /** @enum {string} */
                state: "open" | "suspended" | "closed";
                suspendedFor: string | null;
                /** @enum {string} */
                receiving: "ready" | "pending" | "lost" | "off" | "no_domain";
                notice: string | null;
                protocolAccess: boolean;
                counts: {
                    inbox: {
                        total: number;
                        unread: number;
                    };
                    spam: {
                        total: number;
                        unread: number;
                    };
                    quarantine: {
                        total: number;
                        unread: number;
                    };
                    trash: {
                        total: number;
                        unread: number;
                    };
                };
                clientId: string | null;
                createdBy: string;
                /** Format: date-time */
                createdAt: string;
                closedAt: string | null;
            }[];
            nextCursor: string | null;
        };
        InboxesOpenInput: {
            /** @description what stands before the @, such as sales */
            localPart?: string;
            /** @description name of one of your domains; without it, the trial domain, which works at once */
            domain?: string;
            /** @description what people call it */
            name?: string;
            /** @description your own id for it: the same request again answers the same inbox */
            clientId?: string;
        };
        InboxesOpenOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "dedicated" | "shared" | "role";
            name: string;
            address: string;
            alsoAt: string[];
            /** @enum {string} */
            state: "open" | "suspended" | "closed";
            suspendedFor: string | null;
            /** @enum {string} */
            receiving: "ready" | "pending" | "lost" | "off" | "no_domain";
            notice: string | null;
            protocolAccess: boolean;
            counts: {
                inbox: {
                    total: number;
                    unread: number;
                };
                spam: {
                    total: number;
                    unread: number;
                };
                quarantine: {
                    total: number;
                    unread: number;
                };
                trash: {
                    total: number;
                    unread: number;
                };
            };
            clientId: string | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            closedAt: string | null;
            /** Format: uuid */
            grantId: string;
        };
        InboxesCloseOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "dedicated" | "shared" | "role";
            name: string;
            address: string;
            alsoAt: string[];
            /** @enum {string} */
            state: "open" | "suspended" | "closed";
            suspendedFor: string | null;
            /** @enum {string} */
            receiving: "ready" | "pending" | "lost" | "off" | "no_domain";
            notice: string | null;
            protocolAccess: boolean;
            counts: {
                inbox: {
                    total: number;
                    unread: number;
                };
                spam: {
                    total: number;
                    unread: number;
                };
                quarantine: {
                    total: number;
                    unread: number;
                };
                trash: {
                    total: number;
                    unread: number;
                };
            };
            clientId: string | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            closedAt: string | null;
        };
        InboxesRenameInput: {
            /** @description what people call it */
            name: string;
        };
        InboxesRenameOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "dedicated" | "shared" | "role";
            name: string;
            address: string;
            alsoAt: string[];
            /** @enum {string} */
            state: "open" | "suspended" | "closed";
            suspendedFor: string | null;
            /** @enum {string} */
            receiving: "ready" | "pending" | "lost" | "off" | "no_domain";
            notice: string | null;
            protocolAccess: boolean;
            counts: {
                inbox: {
                    total: number;
                    unread: number;
                };
                spam: {
                    total: number;
                    unread: number;
                };
                quarantine: {
                    total: number;
                    unread: number;
                };
                trash: {
                    total: number;
                    unread: number;
                };
            };
            clientId: string | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            closedAt: string | null;
        };
        InboxesShowOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "dedicated" | "shared" | "role";
            name: string;
            address: string;
            alsoAt: string[];
            /** @enum {string} */
            state: "open" | "suspended" | "closed";
            suspendedFor: string | null;
            /** @enum {string} */
            receiving: "ready" | "pending" | "lost" | "off" | "no_domain";
            notice: string | null;
            protocolAccess: boolean;
            counts: {
                inbox: {
                    total: number;
                    unread: number;
                };
                spam: {
                    total: number;
                    unread: number;
                };
                quarantine: {
                    total: number;
                    unread: number;
                };
                trash: {
                    total: number;
                    unread: number;
                };
            };
            clientId: string | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            closedAt: string | null;
        };
        InboxesMoveInput: {
            /** @description what stands before the @, such as sales */
            localPart: string;
            /** @description name of one of your domains, or of your trial domain; without it, the one it is on */
            domain?: string;
        };
        InboxesMoveOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "dedicated" | "shared" | "role";
            name: string;
            address: string;
            alsoAt: string[];
            /** @enum {string} */
            state: "open" | "suspended" | "closed";
            suspendedFor: string | null;
            /** @enum {string} */
            receiving: "ready" | "pending" | "lost" | "off" | "no_domain";
            notice: string | null;
            protocolAccess: boolean;
            counts: {
                inbox: {
                    total: number;
                    unread: number;
                };
                spam: {
                    total: number;
                    unread: number;
                };
                quarantine: {
                    total: number;
                    unread: number;
                };
                trash: {
                    total: number;
                    unread: number;
                };
            };
            clientId: string | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            closedAt: string | null;
        };
        InboxesSetProtocolAccessInput: {
            on: boolean;
        };
        InboxesSetProtocolAccessOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "dedicated" | "shared" | "role";
            name: string;
            address: string;
            alsoAt: string[];
            /** @enum {string} */
            state: "open" | "suspended" | "closed";
            suspendedFor: string | null;
            /** @enum {string} */
            receiving: "ready" | "pending" | "lost" | "off" | "no_domain";
            notice: string | null;
            protocolAccess: boolean;
            counts: {
                inbox: {
                    total: number;
                    unread: number;
                };
                spam: {
                    total: number;
                    unread: number;
                };
                quarantine: {
                    total: number;
                    unread: number;
                };
                trash: {
                    total: number;
                    unread: number;
                };
            };
            clientId: string | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            closedAt: string | null;
        };
        InboxesResumeOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "dedicated" | "shared" | "role";
            name: string;
            address: string;
            alsoAt: string[];
            /** @enum {string} */
            state: "open" | "suspended" | "closed";
            suspendedFor: string | null;
            /** @enum {string} */
            receiving: "ready" | "pending" | "lost" | "off" | "no_domain";
            notice: string | null;
            protocolAccess: boolean;
            counts: {
                inbox: {
                    total: number;
                    unread: number;
                };
                spam: {
                    total: number;
                    unread: number;
                };
                quarantine: {
                    total: number;
                    unread: number;
                };
                trash: {
                    total: number;
                    unread: number;
                };
            };
            clientId: string | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            closedAt: string | null;
        };
        InboxesSuspendInput: {
            /** @description why; its people read it */
            reason: string;
        };
        InboxesSuspendOutput: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "dedicated" | "shared" | "role";
            name: string;
            address: string;
            alsoAt: string[];
            /** @enum {string} */
            state: "open" | "suspended" | "closed";
            suspendedFor: string | null;
            /** @enum {string} */
            receiving: "ready" | "pending" | "lost" | "off" | "no_domain";
            notice: string | null;
            protocolAccess: boolean;
            counts: {
                inbox: {
                    total: number;
                    unread: number;
                };
                spam: {
                    total: number;
                    unread: number;
                };
                quarantine: {
                    total: number;
                    unread: number;
                };
                trash: {
                    total: number;
                    unread: number;
                };
            };
            clientId: string | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            closedAt: string | null;
        };
        MembersInviteInput: {
            email: string;
            /**
             * @default member
             * @enum {string}
             */
            role: "owner" | "member";
        };
        MembersInviteOutput: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "member" | "support" | "admin";
            invitedBy: string;
            /** Format: date-time */
            sentAt: string;
            /** Format: date-time */
            expiresAt: string;
            expired: boolean;
        };
        MembersInvitesOutput: {
            items: {
                /** Format: uuid */
                id: string;
                email: string;
                /** @enum {string} */
                role: "owner" | "member" | "support" | "admin";
                invitedBy: string;
                /** Format: date-time */
                sentAt: string;
                /** Format: date-time */
                expiresAt: string;
                expired: boolean;
            }[];
            nextCursor: string | null;
        };
        MembersRevokeInviteOutput: {
            /** Format: uuid */
            id: string;
        };
        MembersResendInviteOutput: {
            /** Format: uuid */
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "member" | "support" | "admin";
            invitedBy: string;
            /** Format: date-time */
            sentAt: string;
            /** Format: date-time */
            expiresAt: string;
            expired: boolean;
        };
        KeysCreateInput: {
            /** @description what uses it, such as deploy script */
            name: string;
            /** @description what it may do: permissions such as domains.read */
            scopes: string[];
            /** @description days until it expires; without them it does not */
            expiresInDays?: number | null;
            /** @description the one domain it may touch; without it, all */
            domainId?: string | null;
            /** @description the one inbox it may touch; without it, all */
            inboxId?: string | null;
        };
        KeysCreateOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "live" | "expired" | "revoked";
            secrets: {
                hint: string;
                expiresAt: string | null;
            }[];
            scopes: string[];
            domain: {
                /** Format: uuid */
                id: string;
                name: string | null;
            } | null;
            inbox: {
                /** Format: uuid */
                id: string;
                address: string | null;
            } | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            lastUsedAt: string | null;
            lastUsedFrom: string | null;
            secret: string | null;
        };
        KeysListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                /** @enum {string} */
                state: "live" | "expired" | "revoked";
                secrets: {
                    hint: string;
                    expiresAt: string | null;
                }[];
                scopes: string[];
                domain: {
                    /** Format: uuid */
                    id: string;
                    name: string | null;
                } | null;
                inbox: {
                    /** Format: uuid */
                    id: string;
                    address: string | null;
                } | null;
                createdBy: string;
                /** Format: date-time */
                createdAt: string;
                expiresAt: string | null;
                revokedAt: string | null;
                lastUsedAt: string | null;
                lastUsedFrom: string | null;
            }[];
            nextCursor: string | null;
        };
        KeysRevokeOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "live" | "expired" | "revoked";
            secrets: {
                hint: string;
                expiresAt: string | null;
            }[];
            scopes: string[];
            domain: {
                /** Format: uuid */
                id: string;
                name: string | null;
            } | null;
            inbox: {
                /** Format: uuid */
                id: string;
                address: string | null;
            } | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            lastUsedAt: string | null;
            lastUsedFrom: string | null;
        };
        KeysShowOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "live" | "expired" | "revoked";
            secrets: {
                hint: string;
                expiresAt: string | null;
            }[];
            scopes: string[];
            domain: {
                /** Format: uuid */
                id: string;
                name: string | null;
            } | null;
            inbox: {
                /** Format: uuid */
                id: string;
                address: string | null;
            } | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            lastUsedAt: string | null;
            lastUsedFrom: string | null;
        };
        KeysEndOldOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "live" | "expired" | "revoked";
            secrets: {
                hint: string;
                expiresAt: string | null;
            }[];
            scopes: string[];
            domain: {
                /** Format: uuid */
                id: string;
                name: string | null;
            } | null;
            inbox: {
                /** Format: uuid */
                id: string;
                address: string | null;
            } | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            lastUsedAt: string | null;
            lastUsedFrom: string | null;
        };
        KeysRotateInput: {
            /**
             * @description hours for which the secret in use keeps working, 24 unless said
             * @default 24
             */
            overlapHours: number;
        };
        KeysRotateOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            state: "live" | "expired" | "revoked";
            secrets: {
                hint: string;
                expiresAt: string | null;
            }[];
            scopes: string[];
            domain: {
                /** Format: uuid */
                id: string;
                name: string | null;
            } | null;
            inbox: {
                /** Format: uuid */
                id: string;
                address: string | null;
            } | null;
            createdBy: string;
            /** Format: date-time */
            createdAt: string;
            expiresAt: string | null;
            revokedAt: string | null;
            lastUsedAt: string | null;
            lastUsedFrom: string | null;
            secret: string | null;
        };
        PeopleMeOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            platformRole: ("support" | "admin") | null;
            tenants: {
                slug: string;
                name: string;
                /** @enum {string} */
                role: "owner" | "member";
            }[];
        };
        PeopleRenameInput: {
            name: string;
        };
        PeopleRenameOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            platformRole: ("support" | "admin") | null;
            tenants: {
                slug: string;
                name: string;
                /** @enum {string} */
                role: "owner" | "member";
            }[];
        };
        PeopleConnectionsOutput: {
            items: {
                /** @enum {string} */
                provider: "google" | "github";
                /** Format: date-time */
                connectedAt: string;
            }[];
        };
        PeopleDisconnectOutput: {
            /** @enum {string} */
            provider: "google" | "github";
        };
        SessionsListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "web" | "cli";
                device: string;
                address: string | null;
                isCurrent: boolean;
                /** Format: date-time */
                lastSeenAt: string;
                /** Format: date-time */
                createdAt: string;
                /** Format: date-time */
                expiresAt: string;
            }[];
            nextCursor: string | null;
        };
        SessionsEndAllOutput: {
            ended: number;
        };
        SessionsEndOutput: {
            /** Format: uuid */
            id: string;
        };
        MembersListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                name: string;
                email: string;
                /** @enum {string} */
                role: "owner" | "member";
                /** Format: date-time */
                since: string;
            }[];
            nextCursor: string | null;
        };
        MembersRemoveOutput: {
            /** Format: uuid */
            id: string;
        };
        MembersSetRoleInput: {
            /** @enum {string} */
            role: "owner" | "member";
        };
        MembersSetRoleOutput: {
            /** Format: uuid */
            id: string;
            name: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "member";
            /** Format: date-time */
            since: string;
        };
        MessagesListOutput: {
            items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                inboxId: string;
                /** Format: uuid */
                threadId: string;
                /** @enum {string} */
                folder: "inbox" | "spam" | "quarantine" | "trash";
                label: string | null;
                from: {
                    name: string;
                    address: string;
                };
                subject: string;
                snippet: string;
                /** Format: date-time */
                receivedAt: string;
                unread: boolean;
                hasFiles: boolean;
                size: number;
                markers: ("hidden_text" | "zero_width" | "tag_characters" | "text_html_differ" | "lookalike_sender" | "bidi_controls" | "quiet_text")[];
                /** @enum {string} */
                vouched: "yes" | "no" | "unknown";
                masked: boolean;
            }[];
            /** @description there is more as long as there is one, also when this page has no items; null on the last page */
            nextCursor: string | null;
            /** @description of a search that goes on: when the last message that it looked at came */
            lookedBackTo: string | null;
            notUnderstood: string[];
        };
        MessagesShowOutput: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            inboxId: string;
            /** Format: uuid */
            threadId: string;
            /** @enum {string} */
            folder: "inbox" | "spam" | "quarantine" | "trash";
            label: string | null;
            from: {
                name: string;
                address: string;
            };
            subject: string;
            snippet: string;
            /** Format: date-time */
            receivedAt: string;
            unread: boolean;
            hasFiles: boolean;
            size: number;
            markers: ("hidden_text" | "zero_width" | "tag_characters" | "text_html_differ" | "lookalike_sender" | "bidi_controls" | "quiet_text")[];
            /** @enum {string} */
            vouched: "yes" | "no" | "unknown";
            masked: boolean;
            to: {
                name: string;
                address: string;
            }[];
            cc: {
                name: string;
                address: string;
            }[];
            replyTo: {
                name: string;
                address: string;
            }[];
            sentAt: string | null;
            envelopeFrom: string;
            recipient: string;
            messageId: string | null;
            verdicts: {
                spf: {
                    /** @enum {string} */
                    result: "pass" | "fail" | "softfail" | "neutral" | "none" | "policy" | "temperror" | "permerror" | "unknown";
                    domain: string | null;
                    says: string;
                };
                dkim: {
                    /** @enum {string} */
                    result: "pass" | "fail" | "softfail" | "neutral" | "none" | "policy" | "temperror" | "permerror" | "unknown";
                    domain: string | null;
                    says: string;
                };
                dmarc: {
                    /** @enum {string} */
                    result: "pass" | "fail" | "softfail" | "neutral" | "none" | "policy" | "temperror" | "permerror" | "unknown";
                    domain: string | null;
                    says: string;
                };
            };
            reasons: {
                code: string;
                says: string;
                score: number;
            }[];
            spamScore: number;
            text: string;
            hasHtml: boolean;
            hasRemote: boolean;
            truncated: boolean;
            defects: string[];
            attachments: {
                index: number;
                name: string;
                type: string;
                size: number;
                inline: boolean;
                contentId: string | null;
            }[];
            filesHidden: boolean;
        };
        MessagesHeadersOutput: {
            items: {
                name: string;
                value: string;
            }[];
            truncated: boolean;
            masked: boolean;
        };
        MessagesThreadOutput: {
            items: {
                /** Format: uuid */
                id: string;
                /** Format: uuid */
                inboxId: string;
                /** Format: uuid */
                threadId: string;
                /** @enum {string} */
                folder: "inbox" | "spam" | "quarantine" | "trash";
                label: string | null;
                from: {
                    name: string;
                    address: string;
                };
                subject: string;
                snippet: string;
                /** Format: date-time */
                receivedAt: string;
                unread: boolean;
                hasFiles: boolean;
                size: number;
                markers: ("hidden_text" | "zero_width" | "tag_characters" | "text_html_differ" | "lookalike_sender" | "bidi_controls" | "quiet_text")[];
                /** @enum {string} */
                vouched: "yes" | "no" | "unknown";
                masked: boolean;
            }[];
            more: {
                earlier: boolean;
                later: boolean;
            };
        };
        MessagesUnmaskOutput: {
            /** Format: uuid */
            id: string;
        };
        MessagesDeleteInput: {
            /** @description ids of messages, at most 100 */
            ids: string[];
        };
        MessagesDeleteOutput: {
            changed: number;
        };
        MessagesMarkInput: {
            /** @description ids of messages, at most 100 */
            ids: string[];
            read: boolean;
        };
        MessagesMarkOutput: {
            changed: number;
        };
        MessagesMoveInput: {
            /** @description ids of messages, at most 100 */
            ids: string[];
            /** @enum {string} */
            folder: "inbox" | "spam" | "trash";
        };
        MessagesMoveOutput: {
            changed: number;
        };
        RetentionMineOutput: {
            /** Format: date-time */
            at: string;
            days: {
                inbox: number | null;
                spam: number | null;
                trash: number | null;
            };
            tonight: {
                messages: number;
                folders: {
                    inbox: number;
                    spam: number;
                    quarantine: number;
                    trash: number;
                };
                freed: number;
                more: boolean;
                rough: boolean;
            };
        };
        TenantsShowOutput: {
            /** Format: uuid */
            id: string;
            slug: string;
            name: string;
            /** @enum {string} */
            kind: "customer" | "platform";
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            workspace: {
                slug: string;
                name: string;
                /** @enum {string} */
                environment: "production" | "staging" | "development";
            };
            suspension: {
                /** Format: date-time */
                since: string;
                reason: string;
            } | null;
            /** Format: date-time */
            createdAt: string;
        };
        UsageShowOutput: {
            /** @enum {string} */
            plan: "free" | "pro" | "enterprise";
            nextPlan: ("free" | "pro" | "enterprise") | null;
            workspace: string;
            suspended: boolean;
            /** Format: date-time */
            at: string;
            meters: {
                /** @enum {string} */
                name: "recipientsPerDay" | "recipientsPerHour" | "domains" | "members" | "requestsPerMinute" | "inboxes" | "storageBytes";
                label: string;
                unit: string;
                /** @enum {string} */
                window: "always" | "day" | "hour" | "rate";
                used: number;
                limit: number | null;
                share: number | null;
                /** @enum {string} */
                level: "ok" | "near" | "full";
                /** @enum {string} */
                source: "plan" | "policy";
                resetsAt: string | null;
                upgrade: {
                    gives: number | null;
                } | null;
            }[];
            holds: {
                label: string;
                unit: string;
                limit: number | null;
                /** @enum {string} */
                source: "plan" | "policy";
                upgrade: {
                    gives: number | null;
                } | null;
                /** @enum {string} */
                name: "messageBytes" | "inboxRetentionDays" | "spamRetentionDays" | "trashRetentionDays";
                /** @enum {string} */
                window: "each" | "age";
            }[];
        };
    };
    responses: {
        /** @description Refused. The status follows from the code. */
        Refused: {
            headers: {
                "X-Request-Id": components["headers"]["RequestId"];
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["Error"];
            };
        };
    };
    parameters: {
        /**
         * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
         * @example mnexa
         */
        Tenant: string;
        /**
         * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
         * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
         */
        IdempotencyKey: string;
    };
    requestBodies: never;
    headers: {
        /** @description Ours, for every call: name it when you ask us. */
        RequestId: string;
        /** @description The limits that apply (draft-ietf-httpapi-ratelimit-headers): `q` calls in `w` seconds. */
        RateLimitPolicy: string;
        /** @description What is left of the tightest one: `r` calls; whole again in `t` seconds. */
        RateLimit: string;
        /** @description `true`, when this is the answer to an earlier call with the same key. */
        IdempotencyReplayed: "true";
        /** @description Seconds until the same call can help. */
        RetryAfter: number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "support.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "support.open": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupportOpenInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportOpenOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "support.end": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SupportEndOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "domains.attention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainsAttentionOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "audit.search": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                action?: string;
                actorKind?: "owner" | "member" | "key" | "grant" | "platform_key" | "support" | "admin" | "person" | "worker";
                door?: "web" | "api" | "cli" | "mcp" | "worker" | "server" | "seed";
                result?: "done" | "refused";
                from?: string;
                to?: string;
                tenant?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditSearchOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "audit.export_all": {
        parameters: {
            query?: {
                search?: string;
                action?: string;
                actorKind?: "owner" | "member" | "key" | "grant" | "platform_key" | "support" | "admin" | "person" | "worker";
                door?: "web" | "api" | "cli" | "mcp" | "worker" | "server" | "seed";
                result?: "done" | "refused";
                from?: string;
                to?: string;
                tenant?: string;
                /** @description One array of objects, or a table with a line of names. */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    }[];
                    "text/csv": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "audit.report_for": {
        parameters: {
            query: {
                tenant: string;
                at?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditReportForOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "audit.verify_all": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerifyAllOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "batches.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchesListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "batches.show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchesShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "batches.items": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                state?: "waiting" | "done" | "refused";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchesItemsOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "batches.stop": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchesStopOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "batches.undo": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchesUndoOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.move_many": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantsMoveManyInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsMoveManyOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.provision_many": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantsProvisionManyInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsProvisionManyOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "fleet.reconcile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FleetReconcileInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FleetReconcileOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "health.show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "inboxes.open_many": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxesOpenManyInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxesOpenManyOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "keys.list_platform": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysListPlatformOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "keys.create_platform": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeysCreatePlatformInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysCreatePlatformOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "keys.revoke_platform": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysRevokePlatformOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "keys.rotate_platform": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KeysRotatePlatformInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysRotatePlatformOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "messages.find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagesFindInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesFindOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.undo_move": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                move: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsUndoMoveOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "notifications.retry": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationsRetryOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.provision": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantsProvisionInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsProvisionOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.show_provision": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                clientId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsShowProvisionOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "staff.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "staff.remove": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRemoveOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "staff.set_role": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffSetRoleInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSetRoleOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "staff.invites": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInvitesOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "staff.invite": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffInviteInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffInviteOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "staff.revoke_invite": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffRevokeInviteOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "staff.resend_invite": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffResendInviteOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "stray.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                reason?: "unknown_tag" | "unknown_recipient";
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrayListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "stray.show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrayShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "stray.delete": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StrayDeleteOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.search": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                plan?: "free" | "pro" | "enterprise";
                environment?: "production" | "staging" | "development";
                workspace?: string;
                suspended?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsSearchOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantsCreateInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsCreateOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.inspect": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsInspectOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.rename": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantsRenameInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsRenameOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.moves": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsMovesOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.move": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantsMoveInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsMoveOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.preview_move": {
        parameters: {
            query: {
                workspace: string;
            };
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsPreviewMoveOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.invite_owner": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantsInviteOwnerInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsInviteOwnerOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.preview_plan": {
        parameters: {
            query: {
                plan: "free" | "pro" | "enterprise";
            };
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsPreviewPlanOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.set_plan": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantsSetPlanInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsSetPlanOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.provision_steps": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsProvisionStepsOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.suspend": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantsSuspendInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsSuspendOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.reactivate": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                tenant: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsReactivateOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "usage.overview": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                kind?: "recipientsPerDay" | "recipientsPerHour" | "domains" | "members" | "requestsPerMinute" | "inboxes" | "storageBytes";
                search?: string;
                plan?: "free" | "pro" | "enterprise";
                environment?: "production" | "staging" | "development";
                workspace?: string;
                level?: "near" | "full";
                sort?: "share" | "used" | "name" | "newest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageOverviewOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "usage.totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageTotalsOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "workspaces.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                environment?: "production" | "staging" | "development";
                archived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "workspaces.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspacesCreateInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesCreateOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "workspaces.show": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "workspaces.delete": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesDeleteOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "workspaces.edit": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WorkspacesEditInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesEditOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "workspaces.archive": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesArchiveOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "workspaces.set_policy": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspacesSetPolicyInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesSetPolicyOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "workspaces.policy_history": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesPolicyHistoryOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "workspaces.preview_policy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["WorkspacesPreviewPolicyInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesPreviewPolicyOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "workspaces.restore_policy": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspacesRestorePolicyInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesRestorePolicyOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "workspaces.restore": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspacesRestoreOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "retention.preview": {
        parameters: {
            query?: {
                inboxRetentionDays?: number;
                spamRetentionDays?: number;
                trashRetentionDays?: number;
            };
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionPreviewOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "audit.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
                action?: string;
                actorKind?: "owner" | "member" | "key" | "grant" | "platform_key" | "support" | "admin" | "person" | "worker";
                door?: "web" | "api" | "cli" | "mcp" | "worker" | "server" | "seed";
                result?: "done" | "refused";
                from?: string;
                to?: string;
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "audit.show": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "audit.export": {
        parameters: {
            query?: {
                search?: string;
                action?: string;
                actorKind?: "owner" | "member" | "key" | "grant" | "platform_key" | "support" | "admin" | "person" | "worker";
                door?: "web" | "api" | "cli" | "mcp" | "worker" | "server" | "seed";
                result?: "done" | "refused";
                from?: string;
                to?: string;
                /** @description One array of objects, or a table with a line of names. */
                format?: "json" | "csv";
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    }[];
                    "text/csv": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "audit.report": {
        parameters: {
            query?: {
                at?: string;
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditReportOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "audit.verify": {
        parameters: {
            query?: {
                expectHead?: string;
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditVerifyOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "domains.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainsListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "domains.add": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainsAddInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainsAddOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "sending.test": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                domainId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendingTestInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingTestOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "domains.show": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainsShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "domains.delete": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainsDeleteOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "domains.check": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainsCheckOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "sending.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SendingListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "domains.watch": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainsWatchOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "grants.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description of this inbox only */
                inboxId?: string;
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "grants.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantsCreateInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsCreateOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "grants.show": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "grants.revoke": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsRevokeOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "grants.renew": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsRenewOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "grants.resume": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsResumeOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "grants.suspend": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsSuspendOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "grants.token": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantsTokenInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GrantsTokenOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "inboxes.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description in their addresses and names */
                search?: string;
                state?: "open" | "suspended" | "closed";
                /** @description only those with unread mail in their inbox */
                unread?: boolean;
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxesListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "inboxes.open": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["InboxesOpenInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxesOpenOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "inboxes.show": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxesShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "inboxes.close": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxesCloseOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "inboxes.rename": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxesRenameInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxesRenameOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "inboxes.move": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxesMoveInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxesMoveOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "inboxes.set_protocol_access": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxesSetProtocolAccessInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxesSetProtocolAccessOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "inboxes.resume": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxesResumeOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "inboxes.suspend": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxesSuspendInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxesSuspendOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "members.invites": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersInvitesOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "members.invite": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembersInviteInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersInviteOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "members.revoke_invite": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersRevokeInviteOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "members.resend_invite": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersResendInviteOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "keys.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                search?: string;
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "keys.create": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeysCreateInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysCreateOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "keys.show": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "keys.revoke": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysRevokeOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "keys.end_old": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysEndOldOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "keys.rotate": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["KeysRotateInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeysRotateOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "people.me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleMeOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "people.rename": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeopleRenameInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleRenameOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "people.connections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleConnectionsOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "people.disconnect": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                provider: "google" | "github";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleDisconnectOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "sessions.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "sessions.end_all": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsEndAllOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "sessions.end": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionsEndOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "members.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "members.remove": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersRemoveOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "members.set_role": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembersSetRoleInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembersSetRoleOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "messages.list": {
        parameters: {
            query?: {
                cursor?: string;
                limit?: number;
                /** @description the inbox to look into; all of them without it */
                inboxId?: string;
                folder?: "inbox" | "spam" | "quarantine" | "trash";
                /** @description only those that nobody has read */
                unread?: boolean;
                /** @description only those that a rule filed under it */
                label?: string;
                /** @description words that are in it, "a phrase", -without, from: to: subject: has:attachment label: before:2026-01-31 after: in:spam in:anywhere */
                search?: string;
            };
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesListOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "messages.show": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "messages.attachment": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
                /** @description its place in the list, from 0 */
                index: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "messages.headers": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesHeadersOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "messages.raw": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "messages.thread": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesThreadOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "messages.unmask": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesUnmaskOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "messages.delete": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagesDeleteInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesDeleteOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "messages.mark": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagesMarkInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesMarkOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "messages.move": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
                /**
                 * @description A random text. The same call with the same key is done once within 24 hours; a repeated one gets the first answer.
                 * @example 5f6d0e0e-9f5b-4a55-9b1c-2a8d7c3f9e10
                 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessagesMoveInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    "Idempotency-Replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagesMoveOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "retention.mine": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RetentionMineOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "tenants.show": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantsShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
    "usage.show": {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The organisation to act in, by slug or id. A key that belongs to one may leave it out, and a token of a grant needs none.
                 * @example mnexa
                 */
                "Letterhead-Tenant"?: components["parameters"]["Tenant"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    "X-Request-Id": components["headers"]["RequestId"];
                    "RateLimit-Policy": components["headers"]["RateLimitPolicy"];
                    RateLimit: components["headers"]["RateLimit"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageShowOutput"];
                };
            };
            "4XX": components["responses"]["Refused"];
            "5XX": components["responses"]["Refused"];
        };
    };
}

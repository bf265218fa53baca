//! Advice in English.

use super::Style;
use crate::Rule;

pub(super) const STYLE: Style = Style { text, colon: ": ", brackets: (" (", ")"), comma: ", ", end: "." };

fn text(rule: Rule) -> &'static str {
    match rule {
        Rule::UrlWhitespace => "remove the white space around or inside this URL; it is stored and compared literally",
        Rule::UrlBackslash => "write / instead of \\; browsers read one as the other",
        Rule::UrlUserinfo => "remove what stands before the @; the real host is {host}",
        Rule::UrlObfuscatedIp => "write the address plainly; this is really {host}",
        Rule::HostIdn => "check this international host name: {name} is {host} on the wire",
        Rule::HostConfusable => "check the host letter by letter; {name} has look-alike letters and is really {host}",
        Rule::UrlPlaceholder => "replace this sample with your own URL",
        Rule::UrlTooLong => "shorten this URL if you can; some systems refuse {length} characters",
        Rule::RedirectDangerousScheme => {
            "use https; a {name}: address runs or embeds content and must never be a callback"
        }
        Rule::RedirectMissingScheme => "put http:// or https:// in front; without it, {name} is read as the scheme",
        Rule::RedirectCustomScheme => "use PKCE with this native-app callback; any app can claim the scheme {name}",
        Rule::RedirectCustomSchemeNoDot => {
            "use https, or for a native app a scheme made of your domain, such as com.acme.app, instead of {name}"
        }
        Rule::RedirectFragment => "remove the # and what follows; a callback must not have that part",
        Rule::RedirectWildcard => "list every callback in full; a * is compared literally and never matches",
        Rule::RedirectHttp => "use https; over http the authorization code travels unencrypted",
        Rule::RedirectLoopback => {
            "keep this for development and native apps; it works only on the user's own machine, and the port has to match exactly unless the app uses PKCE"
        }
        Rule::RedirectLocalhost => "prefer 127.0.0.1 or [::1]; the name localhost can lead elsewhere",
        Rule::RedirectIpHost => "use a host name instead of the address {host}",
        Rule::RedirectPrivateHost => {
            "make sure that all users can reach {host}; it exists only inside a private network"
        }
        Rule::RedirectDotSegments => "write the path without . and .. parts; browsers rewrite them",
        Rule::RedirectReservedQuery => "leave out {names}; the server adds such parameters itself",
        Rule::RedirectOpenRedirect => {
            "remove {name}; a callback that forwards users to another address can leak the code"
        }
        Rule::RedirectBareOrigin => {
            "add the path that your client sends, at least /; with and without it are different strings"
        }
        Rule::RedirectNotNormalized => "write this as clients usually send it, in its normal form; matching is exact",
        Rule::RedirectDuplicate => "remove this row; it repeats {other}",
        Rule::RedirectNearDuplicate => {
            "keep only the form that your client sends; this differs from {other} only in how it is written"
        }
        Rule::RedirectOtherSite => "check the host; users see {otherHost} on the consent page but go to {host}",
        Rule::HomepageNotWeb => "use a web address; the consent page links to it",
        Rule::HomepageHttp => "use https",
        Rule::HomepagePrivate => "use an address that users can open; {host} is not public",
        Rule::LogoNotUrl => "enter a full URL, unless this is the path of an uploaded file",
        Rule::LogoDataUri => "link to the picture instead of embedding it",
        Rule::LogoNotWeb => "use a web address; {name}: addresses are not loaded",
        Rule::LogoHttp => "use https; secure pages block insecure pictures",
        Rule::LogoSvg => "use PNG or JPEG; an SVG is often not shown",
        Rule::LogoType => "use PNG or JPEG; .{name} is not a common picture format",
        Rule::TextBlank => "enter a name; users would see none",
        Rule::TextWhitespace => "remove the space around this text",
        Rule::TextPlaceholder => "replace the sample text",
        Rule::TextControl => "remove the hidden character {name}; it can disguise the text",
        Rule::ScopeNone => "choose at least one; without scopes the app can sign users in but read nothing",
        Rule::ScopeAll => "choose only what the app uses; every scope is selected",
        Rule::ScopeTokenAdmin => {
            "leave out {names} if you can; it lets the app list, create and delete the user's personal access tokens"
        }
        Rule::ScopeDestructive => "make sure that the app has to delete data: {names}",
        Rule::ScopeBulkExport => "make sure that the app has to take out data in bulk: {names}",
        Rule::ScopeAutomationWrite => "make sure that the app has to set up actions that keep running later: {names}",
        Rule::ScopeWriteWithoutRead => "consider adding {names}; the chosen scopes usually need it",
        Rule::ScopeDuplicate => "choose each scope once; a repeated one is sent once: {names}",
        Rule::OidcHttp => "use https; OpenID Connect requires it",
        Rule::OidcNotWeb => "use a web address, starting with https://",
        Rule::OidcPrivateHost => "use a public host; the Teable server would call {host}, an internal address",
        Rule::OidcIpHost => "use a host name; certificates rarely match an address like {host}",
        Rule::OidcEndpointFragment => "remove the # and what follows; an endpoint must not have that part",
        Rule::OidcAuthorizeParams => "paste only the endpoint, without {names}; they are added for each sign-in",
        Rule::OidcEndpointSwapped => "check this URL; it looks like what belongs in {other}",
        Rule::OidcEndpointDuplicate => "enter the URL that belongs here; this repeats {other}",
        Rule::OidcEndpointWellKnown => "copy the endpoint from the discovery document; this is the document's own URL",
        Rule::OidcIssuerWellKnown => "enter only the issuer; this is the URL of the discovery document",
        Rule::OidcIssuerIsEndpoint => "enter the issuer; this is one of its endpoints",
        Rule::OidcIssuerQueryFragment => "remove the ? or # and what follows; an issuer has neither",
        Rule::OidcIssuerSlashExpected => "add a / at the end; this provider's issuer ends with one",
        Rule::OidcIssuerSlashUnexpected => "remove the / at the end; this provider's issuer has none",
        Rule::OidcIssuerTrailingSlash => {
            "check the / at the end; the issuer is compared letter by letter with iss in the ID token"
        }
        Rule::OidcIssuerMultiTenant => "put your tenant ID in place of {name}; tokens carry the tenant's own ID",
        Rule::OidcIssuerEndpointMismatch => {
            "check this URL; it belongs to another realm, tenant or version than the issuer"
        }
        Rule::OidcHostMismatch => "check the host; {host} is another domain than the issuer's, {otherHost}",
        Rule::OidcFeishuEndpoint => "choose the provider type feishu instead; {host} gives no ID token",
        Rule::OidcFeishuClientId => "choose the provider type feishu if this is a Feishu app",
        Rule::OidcNotOidcProvider => "choose a provider that supports OpenID Connect; GitHub gives no ID token",
        Rule::ClientIdShape => "check this ID; it is unusual for {name}",
        Rule::EntraSecretId => "paste the secret's Value; this looks like its Secret ID",
        Rule::SsoIdOnCreate => "leave this empty; the server makes the ID",
        Rule::FeishuAppIdShape => "check this ID; Feishu app IDs look like cli_a5ca35a685b0x26e",
        Rule::FeishuAppSecretShape => {
            "check that this is complete; Feishu app secrets usually have 32 letters and digits"
        }
        Rule::CredWhitespace => "remove the space or line break that was copied along",
        Rule::CredAuthPrefix => "paste only the value, without a prefix such as Bearer",
        Rule::CredPlaceholder => "replace the sample text with the real value",
        Rule::CredMasked => "paste the whole value; this is its masked form",
        Rule::CredQuoted => "paste only the value, without quotes and without its key",
        Rule::CredCharset => "copy this again; it has hidden, full-width or other unusual characters",
        Rule::CredUrl => "paste the credential itself; this holds a URL",
        Rule::CredShort => "check that this is complete; it is unusually short",
        Rule::CredSame => "enter the secret; this repeats {other}",
        Rule::CredSwapped => "check whether this was swapped with {other}",
        Rule::CredLeaked => "remove the secret from this text; others can see it here",
        Rule::ZapierAppSample => "enter the ID of your own app; this is a sample",
        Rule::ZapierFieldsEmpty => "add the fields that the app defines; without any there is nothing to connect with",
        Rule::ZapierFieldEmpty => "enter a value, or remove this field",
        Rule::ZapierFieldKey => "use each field's key exactly as the app defines it, without spaces and only once",
        Rule::ZapierFieldNested => "use a plain value; authentication fields hold no objects or lists",
    }
}

package app.recount.payload;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What PostHog's own conventions ask of every event, added after the allow-list; no other {@code $} key exists.
 *
 * @param libraryVersion of posthog-java
 * @param withoutLocation asks the server not to derive a location from the sender's address; changes the bytes
 */
public record Directives(String libraryVersion, boolean withoutLocation) {

    Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("$lib", "posthog-java");
        properties.put("$lib_version", libraryVersion);
        if (withoutLocation) {
            properties.put("$geoip_disable", true);
        }
        return properties;
    }
}

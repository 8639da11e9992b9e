<?xml version="1.0" encoding="UTF-8"?>
<!-- The ways between the pages of the site. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns="http://www.w3.org/1999/xhtml">

  <xsl:variable name="site-pages" as="map(*)*" select="
    map { 'title': 'Editions', 'href': 'index.html' },
    map { 'title': 'Search', 'href': 'search.html' },
    map { 'title': 'People', 'href': 'people.html' },
    map { 'title': 'Organisations', 'href': 'organisations.html' },
    map { 'title': 'Places', 'href': 'places.html' },
    map { 'title': 'Events', 'href': 'events.html' },
    map { 'title': 'Hands', 'href': 'hands.html' },
    map { 'title': 'Timeline', 'href': 'timeline.html' },
    map { 'title': 'Principles', 'href': 'principles.html' },
    map { 'title': 'Guidelines', 'href': 'schema/guidelines.html' },
    map { 'title': 'Errata', 'href': 'errata.html' }"/>

  <xsl:template name="site-navigation" as="element()*">
    <xsl:param name="href" as="xs:string"/>
    <!-- Title of the page to which this one belongs. -->
    <xsl:param name="under" as="xs:string"/>
    <xsl:param name="up" as="xs:string" select="''"/>
    <xsl:for-each select="$site-pages">
      <li>
        <a href="{$up}{?href}">
          <xsl:if test="?title = $under"><xsl:attribute name="aria-current" select="if ($href = ?href) then 'page' else 'true'"/></xsl:if>
          <xsl:text>{?title}</xsl:text>
        </a>
      </li>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>

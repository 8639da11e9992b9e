<?xml version="1.0" encoding="UTF-8"?>
<!-- The pages of the site, all made from the digests of its editions: lists of editions, registers, timeline, principles, errata. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="http://www.tei-c.org/ns/1.0"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:include href="../lib/frame.xsl"/>
  <xsl:include href="../lib/lookup.xsl"/>
  <xsl:include href="../lib/prose.xsl"/>
  <xsl:include href="page.xsl"/>
  <xsl:include href="entries.xsl"/>
  <xsl:include href="editions.xsl"/>
  <xsl:include href="register.xsl"/>
  <xsl:include href="entry.xsl"/>
  <xsl:include href="in-edition.xsl"/>
  <xsl:include href="hands.xsl"/>
  <xsl:include href="timeline.xsl"/>
  <xsl:include href="principles.xsl"/>
  <xsl:include href="errata.xsl"/>

  <xsl:param name="publisher" as="xs:string" select="''"/>
  <xsl:param name="licence" as="xs:string" select="''"/>
  <xsl:param name="licence-href" as="xs:string" select="''"/>
  <xsl:param name="address" as="xs:string" select="''"/>
  <xsl:param name="authorities" as="xs:string" select="''"/>
  <xsl:param name="software" as="xs:string" select="''"/>

  <!-- The editions by date; those without one last. -->
  <xsl:variable name="editions" as="element()*">
    <xsl:perform-sort select="/editions/edition">
      <xsl:sort select="if (@when = '') then '~' else string(@when)"/>
      <xsl:sort select="string(@name)"/>
    </xsl:perform-sort>
  </xsl:variable>

  <xsl:template match="/" as="empty-sequence()">
    <xsl:call-template name="lists-of-editions"/>
    <xsl:for-each select="$kinds"><xsl:call-template name="register"/></xsl:for-each>
    <xsl:call-template name="hands"/>
    <xsl:call-template name="timeline"/>
    <xsl:call-template name="principles"/>
    <xsl:call-template name="errata"/>
  </xsl:template>
</xsl:stylesheet>

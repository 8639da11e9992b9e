<?xml version="1.0" encoding="UTF-8"?>
<!-- The list of editions, made from their summaries. -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions" xmlns="http://www.w3.org/1999/xhtml">

  <xsl:include href="../lib/frame.xsl"/>
  <xsl:include href="../lib/days.xsl"/>
  <xsl:param name="publisher" as="xs:string" select="''"/>
  <xsl:param name="software" as="xs:string" select="''"/>
  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="element()" xpath-default-namespace="">
    <xsl:call-template name="frame">
      <xsl:with-param name="lang" select="'en'"/>
      <xsl:with-param name="title" select="$site-title"/>
      <xsl:with-param name="description" select="$site-title || ': ' || f:plural(count(editions/edition), 'document', 'documents') || '.'"/>
      <xsl:with-param name="kind" select="'site'"/>
      <xsl:with-param name="content" as="node()*">
        <header class="head">
          <div class="head-text">
            <h1>{$site-title}</h1>
            <p class="sub">
              <xsl:if test="$publisher">{$publisher}. </xsl:if>
              <xsl:text>{f:plural(count(editions/edition), 'document', 'documents')}, by date.</xsl:text>
            </p>
            <p class="to-search"><a href="search.html">Search in all documents</a></p>
          </div>
        </header>
        <ol class="editions" role="list">
          <xsl:for-each select="editions/edition">
            <xsl:sort select="string(@when)"/>
            <xsl:sort select="string(@name)"/>
            <xsl:apply-templates select="."/>
          </xsl:for-each>
        </ol>
      </xsl:with-param>
      <xsl:with-param name="colophon" as="node()*">
        <xsl:if test="$software"><p>Made with {$software}.</p></xsl:if>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="edition" as="element()" xpath-default-namespace="">
    <li lang="{@lang}">
      <p class="when">
        <xsl:if test="@when ne ''"><time datetime="{@when}">{f:day(@when)}</time></xsl:if>
        <xsl:if test="place ne ''"><span class="where">{place}</span></xsl:if>
      </p>
      <h2><a href="{@name}/index.html">{title}</a></h2>
      <xsl:if test="subtitle ne ''"><p class="sub">{subtitle}</p></xsl:if>
      <p class="facts-line">
        <xsl:if test="speaker"><span>{string-join(speaker, ', ')}</span></xsl:if>
        <span><xsl:text>{if (xs:integer(@pages) gt 0) then f:plural(@pages, 'page', 'pages') || ', ' else ''}{format-integer(@words, '#,##0')} words</xsl:text></span>
        <xsl:if test="xs:integer(@readings) gt 0"><span>{f:plural(@readings, 'reading', 'readings')} mended</span></xsl:if>
        <span><a href="{@name}/diplomatic.html">As typed<span class="vh">: {title}</span></a></span>
        <span><a href="{@name}/{@name}.xml" type="application/tei+xml">TEI<span class="vh">: {title}</span></a></span>
      </p>
    </li>
  </xsl:template>
</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Table of contents, list of pages, landmarks (EPUB 3.3, section 7). -->
<xsl:stylesheet version="3.0" expand-text="yes" exclude-result-prefixes="#all"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="https://memcon.example/ns/functions"
  xmlns:epub="http://www.idpf.org/2007/ops"
  xmlns="http://www.w3.org/1999/xhtml" xpath-default-namespace="http://www.tei-c.org/ns/1.0">

  <xsl:variable name="pages-of-book" as="element()*" select="$edition//text//pb[exists($file-of(string(@xml:id)))]"/>

  <xsl:template name="navigation" as="element()">
    <xsl:call-template name="leaf">
      <xsl:with-param name="title" select="$document-title"/>
      <xsl:with-param name="type" select="'frontmatter'"/>
      <xsl:with-param name="content" as="element()*">
        <nav epub:type="toc" role="doc-toc" aria-labelledby="contents">
          <h1 id="contents">{f:say('contents')}</h1>
          <ol>
            <xsl:for-each select="$parts">
              <xsl:variable name="file" as="xs:string" select="?file"/>
              <xsl:variable name="pages" as="element()*" select="$pages-of-book[$file-of(@xml:id) = $file]"/>
              <li>
                <a href="{?file}">{?title}</a>
                <xsl:if test="$file = 'talk.xhtml' and exists($pages)"><ol><xsl:for-each select="$pages"><xsl:call-template name="to-page"><xsl:with-param name="named" select="true()"/></xsl:call-template></xsl:for-each></ol></xsl:if>
                <xsl:variable name="sections" as="element()*" select="?content ! descendant-or-self::*[local-name() = 'section'][@class = 'register']"/>
                <xsl:if test="exists($sections)">
                  <ol><xsl:for-each select="$sections"><li><a href="{$file}#{@aria-labelledby}">{normalize-space(*[1])}</a></li></xsl:for-each></ol>
                </xsl:if>
              </li>
            </xsl:for-each>
          </ol>
        </nav>
        <xsl:if test="exists($pages-of-book)">
          <nav epub:type="page-list" role="doc-pagelist" aria-labelledby="pages">
            <h2 id="pages">{f:say('pages-of-paper')}</h2>
            <ol><xsl:for-each select="$pages-of-book"><xsl:call-template name="to-page"/></xsl:for-each></ol>
          </nav>
        </xsl:if>
        <nav epub:type="landmarks" aria-labelledby="landmarks">
          <h2 id="landmarks">{f:say('landmarks')}</h2>
          <ol>
            <li><a epub:type="toc" href="nav.xhtml#contents">{f:say('contents')}</a></li>
            <xsl:for-each select="$parts">
              <li><a epub:type="{tokenize(?type)[last()]}" href="{?file}">{?title}</a></li>
            </xsl:for-each>
          </ol>
        </nav>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template name="to-page" as="element()">
    <xsl:param name="named" as="xs:boolean" select="false()"/>
    <li><a href="{$file-of(@xml:id)}#{@xml:id}">{if ($named) then f:say('page-title', map { 'page': (@n, f:page(.))[1] }) else (@n, f:page(.))[1]}</a></li>
  </xsl:template>
</xsl:stylesheet>
